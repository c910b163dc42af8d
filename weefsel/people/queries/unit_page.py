"""The units as a tree, and one unit with what stands around it."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from weefsel.kernel.actor import Actor
from weefsel.kernel.paging import PAGE_SIZE, Page
from weefsel.kernel.refusals import NotFound
from weefsel.people.models import Person, Unit, UnitClosure
from weefsel.people.rules import may_see_units, seen_unit
from weefsel.people.terms import PersonKind

MOST_HEADS = 6


@dataclass(frozen=True, slots=True)
class UnitNode:
    """A unit in a drawing or list."""

    id: int
    name: str
    site: str


@dataclass(frozen=True, slots=True)
class UnitTop:
    """A unit at the top of the tree, with what stands right below it."""

    unit: UnitNode
    children: tuple[UnitNode, ...]


@dataclass(frozen=True, slots=True)
class UnitPerson:
    """Somebody of a unit, or of one below it."""

    id: int
    handle: str
    name: str
    job_title: str
    unit: str
    site: str

    @property
    def place(self) -> str:
        return ", ".join(part for part in (self.unit, self.site) if part)


@dataclass(frozen=True, slots=True)
class UnitPage:
    """A unit: the way down to it, its siblings (itself among them), what stands below, and who leads it."""

    id: int
    name: str
    site: str
    path: tuple[UnitNode, ...]
    siblings: tuple[UnitNode, ...]
    children: tuple[UnitNode, ...]
    heads: tuple[UnitPerson, ...]
    is_closed: bool


def top_units(actor: Actor) -> tuple[UnitTop, ...]:
    """The units under which all others stand, by name, and their children.

    Raises ``NotFound`` for outsiders. Two statements.
    """
    if not may_see_units(actor):
        raise NotFound
    open_units = Unit.objects.filter(closed_at=None).order_by("name", "pk")
    below: dict[int | None, list[UnitNode]] = {}
    for unit in open_units.filter(parent__parent=None, parent__isnull=False):
        below.setdefault(unit.parent_id, []).append(_node(unit))
    tops = open_units.filter(parent=None)
    return tuple(UnitTop(_node(unit), tuple(below.get(unit.pk, ()))) for unit in tops)


def unit_page(actor: Actor, unit_id: int) -> UnitPage:
    """The unit and its surroundings. Raises ``NotFound`` for outsiders. Five statements, however large the tree."""
    unit = seen_unit(actor, unit_id)
    above = UnitClosure.objects.filter(descendant=unit, depth__gt=0).select_related("ancestor").order_by("-depth")
    open_units = Unit.objects.filter(closed_at=None).order_by("name", "pk")
    return UnitPage(
        id=unit.pk,
        name=unit.name,
        site=unit.site,
        path=tuple(_node(pair.ancestor) for pair in above),
        siblings=_nodes(open_units.filter(parent_id=unit.parent_id)),
        children=_nodes(open_units.filter(parent=unit)),
        heads=_heads(unit),
        is_closed=unit.closed_at is not None,
    )


def people_of_unit(actor: Actor, unit_id: int, *, after: int = 0) -> Page[UnitPerson]:
    """Who works in the unit or below it, by name, twenty at a time, leaving out the first ``after``.

    Raises ``NotFound`` for outsiders. Two statements.
    """
    unit = seen_unit(actor, unit_id)
    below = UnitClosure.objects.filter(ancestor=unit)
    people = _present().filter(unit_id__in=below.values("descendant_id"))
    rows = list(people.select_related("unit").order_by("search_name", "pk")[after : after + PAGE_SIZE + 1])
    cards = [_person(row, here=unit) for row in rows[:PAGE_SIZE]]
    return Page(cards, str(after + PAGE_SIZE) if len(rows) > PAGE_SIZE else "")


def _present() -> "QuerySet[Person]":
    return Person.objects.filter(kind=PersonKind.ORDINARY, left_on=None)


def _heads(unit: Unit) -> tuple[UnitPerson, ...]:
    """Who of the unit has reports and answers to somebody outside of it, or to nobody."""
    reports = _present().filter(manager_id=OuterRef("pk"))
    inside = _present().filter(pk=OuterRef("manager_id"), unit=unit)
    heads = _present().filter(Exists(reports), ~Exists(inside), unit=unit).select_related("unit")
    return tuple(_person(row, here=unit) for row in heads.order_by("layer", "search_name", "pk")[:MOST_HEADS])


def _nodes(units: "QuerySet[Unit]") -> tuple[UnitNode, ...]:
    return tuple(_node(unit) for unit in units)


def _node(unit: Unit) -> UnitNode:
    return UnitNode(unit.pk, unit.name, unit.site)


def _person(row: Person, *, here: Unit) -> UnitPerson:
    """Unit and site are said where they are others than those of the page."""
    unit = row.unit.name if row.unit and row.unit_id != here.pk else ""
    return UnitPerson(row.pk, row.handle, row.name, row.job_title, unit, "" if row.site == here.site else row.site)
