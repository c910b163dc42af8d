"""The demonstration's people, as the door offers them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.people.models import Person
from weefsel.people.terms import OrganisationKind
from weefsel.shell.door import AT_THE_DOOR, offered_people
from weefsel.ui.dye import dye_of


@dataclass(frozen=True, slots=True)
class DoorPerson:
    """Somebody to sign in as, with a sentence."""

    handle: str
    name: str
    sentence: str
    email: str
    dye: str
    is_outside: bool


def door_people(actor: Actor) -> list[DoorPerson]:
    """Whom the demonstration offers, in its order. The caller has asked whether there is one. One statement."""
    offered = offered_people() if actor == AT_THE_DOOR else ()
    handles = [one.handle for one in offered]
    found = Person.objects.filter(handle__in=handles, left_on=None).select_related("organisation")
    rows = {row.handle: row for row in found}
    return [_card(rows[one.handle], one.sentence) for one in offered if one.handle in rows]


def _card(row: Person, sentence: str) -> DoorPerson:
    return DoorPerson(
        handle=row.handle,
        name=row.name,
        sentence=_(sentence),
        email=row.email,
        dye=dye_of(row.pk),
        is_outside=row.organisation.kind != OrganisationKind.HOME,
    )
