from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import Conflict, require
from weefsel.people.events import PersonChanged
from weefsel.people.models import Person
from weefsel.people.rules import known_person, may_link_placeholder
from weefsel.people.terms import PersonKind


@transaction.atomic
def link_placeholder(actor: Actor, *, placeholder_id: int, person_id: int) -> None:
    """Say for whom somebody stands that an import met. What they wrote stays theirs, so it can be undone.

    Refuses whoever is not steward; raises ``Conflict`` when the one is no placeholder or the other is one. Audited;
    announces ``PersonChanged`` for the placeholder. Four statements.
    """
    placeholder = known_person(actor, placeholder_id)
    person = known_person(actor, person_id)
    require(may_link_placeholder(actor), _("Only stewards say for whom a placeholder stands."))
    if placeholder.kind != PersonKind.PLACEHOLDER:
        raise Conflict(_("%(name)s is no placeholder.") % {"name": placeholder.name})
    if person.kind != PersonKind.ORDINARY:
        raise Conflict(_("%(name)s is no ordinary person, so nobody can stand for them.") % {"name": person.name})
    Person.objects.filter(pk=placeholder.pk).update(stands_for=person)
    record(actor, "placeholder_linked", thing="person", thing_id=placeholder.pk, stands_for=person.pk)
    announce(PersonChanged(person_id=placeholder.pk))
