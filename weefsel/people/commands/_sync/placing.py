"""Which unit each person of a file stands in."""

from collections.abc import Sequence

from weefsel.people.commands._sync.planned import Planned
from weefsel.people.commands._sync.units import Place, UnitTree, name_form

MOST_PASSES = 8


def place_people(people: Sequence[Planned], units: UnitTree) -> None:
    """Give everybody their place, as they will have it also when the same file comes again.

    What a name stands for depends on the units that are there, and those on what the names stand for. So it is looked
    up again among the units as they would be, until nothing changes: for a sensible file that is the second time.
    """
    for planned in people:
        units.hear(planned.row.unit, planned.row.parent_unit)
    before = [_current(planned, units) for planned in people]
    places = before
    for _pass in range(MOST_PASSES):
        found = [_place(planned, place, units) for planned, place in zip(people, places, strict=True)]
        is_settled = all(now is then for now, then in zip(found, places, strict=True)) and not units.has_changed
        places = found
        if is_settled:
            break
        units.look_again()
    for planned, then, now in zip(people, before, places, strict=True):
        planned.place, planned.changes_unit = now, now is not then
    _give_sites(people, units)


def _current(planned: Planned, units: UnitTree) -> Place | None:
    return units.places.get(planned.person.unit_id or 0) if planned.person else None


def _place(planned: Planned, current: Place | None, units: UnitTree) -> Place | None:
    """Whoever stands in a unit of the name already stays in that one, unless the file says under which it is."""
    row = planned.row
    if row.unit is None and not row.parent_unit:
        return current
    name, above = (row.unit, row.parent_unit) if row.unit else (row.parent_unit, None)
    if not name:
        return None
    if current is not None and not above and name_form(current.name) == name_form(name):
        return current
    return units.find(name, above)


def _give_sites(people: Sequence[Planned], units: UnitTree) -> None:
    """A new unit has the site that all its people share."""
    sites: dict[int, set[str]] = {}
    for planned in people:
        if planned.place is not None and planned.row.site:
            sites.setdefault(id(planned.place), set()).add(planned.row.site)
    for place in units.new:
        shared = sites.get(id(place), set())
        place.site = next(iter(shared)) if len(shared) == 1 else ""
