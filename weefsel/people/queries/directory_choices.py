"""What the directory can be narrowed by."""

from collections.abc import Iterator
from dataclasses import dataclass

from weefsel.kernel.actor import Actor
from weefsel.people.models import Organisation, Person, Unit
from weefsel.people.rules import may_see_units

MOST_CHOICES = 500


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """A unit and how deep it stands in the tree."""

    id: int
    name: str
    depth: int


@dataclass(frozen=True, slots=True)
class DirectoryChoices:
    """Units in the order of the tree, sites and languages that people have, organisations."""

    units: tuple[UnitChoice, ...] = ()
    sites: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    organisations: tuple[tuple[int, str], ...] = ()


def directory_choices(actor: Actor) -> DirectoryChoices:
    """The choices for employees; none for anybody else. Four statements, however many people."""
    if not may_see_units(actor):
        return DirectoryChoices()
    people = Person.objects.order_by()  # everybody, so that the index alone answers
    sites = filter(None, people.values_list("site", flat=True).distinct())
    languages = filter(None, people.values_list("language", flat=True).distinct())
    organisations = Organisation.objects.order_by("name", "pk").values_list("pk", "name")
    return DirectoryChoices(
        units=tuple(_in_order())[:MOST_CHOICES],
        sites=tuple(sorted(sites, key=str.casefold)[:MOST_CHOICES]),
        languages=tuple(sorted(languages)),
        organisations=tuple(organisations[:MOST_CHOICES]),
    )


def _in_order() -> Iterator[UnitChoice]:
    rows = Unit.objects.filter(closed_at=None).order_by("name", "pk").values_list("pk", "name", "parent_id")
    below: dict[int | None, list[tuple[int, str]]] = {}
    for unit, name, above in rows:
        below.setdefault(above, []).append((unit, name))
    waiting = [(unit, name, 0) for unit, name in reversed(below.get(None, []))]
    while waiting:
        unit, name, depth = waiting.pop()
        yield UnitChoice(unit, name, depth)
        waiting += [(child, called, depth + 1) for child, called in reversed(below.get(unit, []))]
