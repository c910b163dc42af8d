from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import require
from weefsel.people.events import PersonChanged
from weefsel.people.models import Person
from weefsel.people.rules import known_person, may_link_placeholder


@transaction.atomic
def unlink_placeholder(actor: Actor, *, placeholder_id: int) -> None:
    """Take back that a placeholder stands for somebody. Refuses whoever is not steward. Four statements.

    Audited; announces ``PersonChanged`` when there was something to take back.
    """
    placeholder = known_person(actor, placeholder_id)
    require(may_link_placeholder(actor), _("Only stewards say for whom a placeholder stands."))
    if placeholder.stands_for_id is None:
        return
    Person.objects.filter(pk=placeholder.pk).update(stands_for=None)
    record(actor, "placeholder_unlinked", thing="person", thing_id=placeholder.pk, stood_for=placeholder.stands_for_id)
    announce(PersonChanged(person_id=placeholder.pk))
