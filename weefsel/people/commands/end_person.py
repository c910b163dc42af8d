from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.identity.commands.disable_account import disable_account
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import Conflict, require
from weefsel.people.events import PersonLeft
from weefsel.people.models import Person
from weefsel.people.rules import known_person, may_end_person


@transaction.atomic
def end_person(actor: Actor, *, person_id: int, left_on: date | None = None) -> None:
    """Say that somebody has left, today or on the given day. They keep their name on what they wrote.

    Their account signs in no more. Refuses whoever is neither steward nor the people sync; raises ``Conflict`` for
    oneself and for the last steward. Audited; announces ``PersonLeft``. At most nine statements.
    """
    person = known_person(actor, person_id)
    require(may_end_person(actor), _("Only stewards say that somebody has left."))
    if person.pk == actor.person_id:
        raise Conflict(_("You cannot say this of yourself. Another steward can."))
    if person.left_on is not None:
        return
    if person.account_id is not None:
        disable_account(actor, account_id=person.account_id)
    Person.objects.filter(pk=person.pk).update(left_on=left_on or clock.now().date())
    record(actor, "person_left", thing="person", thing_id=person.pk)
    announce(PersonLeft(person_id=person.pk))
