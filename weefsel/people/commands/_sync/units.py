"""Units named by the file, found among those that stand here; and the closure of their tree. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from weefsel.kernel.topics import without_accents

Key = tuple[str, str]  # the unit's name and that of the unit above, in normal form; "" when none is said


def name_form(name: str) -> str:
    return " ".join(without_accents(name).split())


@dataclass(slots=True)
class Place:
    """A unit as it is or will be: ``id`` is empty until it is made; ``parent`` is another place."""

    name: str
    id: int | None = None
    parent: "Place | None" = None
    was_under: int | None = None
    site: str = ""

    @property
    def is_moved(self) -> bool:
        return self.id is not None and (self.parent.id if self.parent else None) != self.was_under


@dataclass(slots=True)
class UnitTree:
    """The units that stand here, in which names are looked up; what is not found is added."""

    places: dict[int, Place] = field(default_factory=dict)
    new: list[Place] = field(default_factory=list)
    stated: set[Key] = field(default_factory=set)  # what the file names: a unit that it leaves where it is stays there
    _by_name: dict[str, list[Place]] = field(default_factory=dict)
    _known: dict[Key, Place] = field(default_factory=dict)
    _used: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, rows: Iterable[tuple[int, str, int | None]]) -> "UnitTree":
        """The tree of ``(id, name, id of the unit above)``."""
        tree = cls()
        listed = sorted(rows)
        tree.places = {id_: Place(name, id_, was_under=above) for id_, name, above in listed}
        for id_, _name, above in listed:
            tree.places[id_].parent = tree.places.get(above) if above is not None else None
        for place in tree.places.values():
            tree._by_name.setdefault(name_form(place.name), []).append(place)
        return tree

    def find(self, name: str, above: str | None) -> Place:
        """The unit of this name, under the one named ``above`` if the file says so; added if there is none.

        A unit that stands elsewhere and bears the only such name moves under the named one, unless that would put it
        under itself.
        """
        key = (name_form(name), name_form(above or ""))
        if key not in self._known:
            self._known[key] = self._under(name, above) if above and key[0] != key[1] else self._anywhere(name)
        return self._known[key]

    def _anywhere(self, name: str) -> Place:
        found = self._by_name.get(name_form(name), [])
        return found[0] if found else self._add(name, None)

    def _under(self, name: str, above: str) -> Place:
        parent = self.find(above, None)
        found = self._by_name.get(name_form(name), [])
        place = next((place for place in found if place.parent is parent), None)
        if place is None and len(found) == 1 and self._may_move(found[0], parent):
            place = found[0]
            place.parent = parent
        place = place or self._add(name, parent)
        self._used.add(id(place))
        return place

    def _may_move(self, place: Place, under: Place) -> bool:
        stays = place.parent and (name_form(place.name), name_form(place.parent.name)) in self.stated
        return not stays and id(place) not in self._used and not _is_below(under, place)

    def _add(self, name: str, parent: Place | None) -> Place:
        place = Place(name, parent=parent)
        self.new.append(place)
        self._by_name.setdefault(name_form(name), []).append(place)
        return place

    @property
    def moved(self) -> list[Place]:
        return [place for place in self.places.values() if place.is_moved]


def _is_below(place: Place | None, other: Place) -> bool:
    while place is not None:
        if place is other:
            return True
        place = place.parent
    return False


def closure_of(parents: Mapping[int, int | None]) -> set[tuple[int, int, int]]:
    """Every (ancestor, descendant, depth) of the tree, each unit itself at depth 0."""
    pairs: set[tuple[int, int, int]] = set()
    for unit in parents:
        above: int | None = unit
        depth = 0
        while above is not None:
            pairs.add((above, unit, depth))
            above, depth = parents.get(above), depth + 1
    return pairs
