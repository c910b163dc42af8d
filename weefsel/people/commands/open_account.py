from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.identity.commands.change_account_email import change_account_email
from weefsel.identity.commands.create_account import create_account
from weefsel.identity.rules import may_open_accounts
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import Conflict, NotFound, require
from weefsel.people.events import PersonChanged
from weefsel.people.models import Person
from weefsel.people.rules import may_come_in
from weefsel.people.terms import PersonKind


@transaction.atomic
def open_account(actor: Actor, *, email: str, language: str = "") -> int:
    """Open the account of the person with this proven e-mail address, or find it, and return its id.

    A placeholder is claimed by it: from now on it is an ordinary person, and what it wrote stays its own. Whoever calls
    has seen the proof: a code typed, a link followed, an invitation accepted. Raises ``NotFound`` when nobody who may
    come in has this address, ``Conflict`` when the account of somebody else still has it. Audited; announces
    ``PersonChanged`` for a claimed placeholder. At most nine statements.
    """
    require(may_open_accounts(actor), _("An account is opened at the door, with a proven address."))
    person = Person.objects.select_for_update(of=("self",)).filter(email__iexact=email.strip(), left_on=None).first()
    if person is None or not may_come_in(person):
        raise NotFound(_("Nobody here has this e-mail address. Ask your steward which one the network knows."))
    if person.account_id is not None:
        change_account_email(actor, account_id=person.account_id, email=person.email)
        return person.account_id
    account_id = create_account(actor, email=person.email, language=person.language or language or "en")
    if Person.objects.filter(account_id=account_id).exists():  # of somebody who had the address before
        raise Conflict(_("Another account has this e-mail address. Ask your steward."))
    is_claimed = person.kind == PersonKind.PLACEHOLDER
    Person.objects.filter(pk=person.pk).update(account_id=account_id, kind=PersonKind.ORDINARY)
    if is_claimed:
        record(actor, "placeholder_claimed", thing="person", thing_id=person.pk)
        announce(PersonChanged(person_id=person.pk))
    return account_id
