"""The demonstration's people, as the door offers them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.people.models import Person
from weefsel.shell.door import AT_THE_DOOR, offered_people


@dataclass(frozen=True, slots=True)
class DoorPerson:
    """Somebody to sign in as, with a sentence."""

    person_id: int
    handle: str
    name: str
    sentence: str
    email: str


def door_people(actor: Actor) -> list[DoorPerson]:
    """Whom the demonstration offers, in its order. The caller has asked whether there is one. One statement."""
    offered = offered_people() if actor == AT_THE_DOOR else ()
    rows = {row.handle: row for row in Person.objects.filter(handle__in=[one.handle for one in offered], left_on=None)}
    return [
        DoorPerson(rows[one.handle].pk, one.handle, rows[one.handle].name, _(one.sentence), rows[one.handle].email)
        for one in offered
        if one.handle in rows
    ]
