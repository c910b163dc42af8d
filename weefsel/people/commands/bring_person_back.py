from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.identity.commands.enable_account import enable_account
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import require
from weefsel.people.events import PersonChanged
from weefsel.people.models import Person
from weefsel.people.rules import known_person, may_end_person


@transaction.atomic
def bring_person_back(actor: Actor, *, person_id: int) -> None:
    """Say that somebody who had left is here again; their account signs in again.

    Refuses whoever is neither steward nor the people sync. Audited; announces ``PersonChanged``. Six statements.
    """
    person = known_person(actor, person_id)
    require(may_end_person(actor), _("Only stewards say that somebody is back."))
    if person.left_on is None:
        return
    if person.account_id is not None:
        enable_account(actor, account_id=person.account_id)
    Person.objects.filter(pk=person.pk).update(left_on=None)
    record(actor, "person_came_back", thing="person", thing_id=person.pk)
    announce(PersonChanged(person_id=person.pk))
