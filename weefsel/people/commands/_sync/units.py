"""Units named by the file, found among those that stand here; and the closure of their tree. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from weefsel.kernel.topics import without_accents

MOST_DEEP = 30  # levels of the tree; what a file puts deeper stands at the top


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
    """The units that stand here, in which names are looked up; what is not found is added.

    The same file gives the same places whether or not it was applied before: first everything that it says is heard,
    and a name without the one above stands for the first of those that the file names.
    """

    places: dict[int, Place] = field(default_factory=dict)
    new: list[Place] = field(default_factory=list)
    _by_name: dict[str, list[Place]] = field(default_factory=dict)
    _said: dict[str, dict[str, str]] = field(default_factory=dict)
    _found: dict[tuple[str, str], Place] = field(default_factory=dict)
    _settled: dict[str, Place] = field(default_factory=dict)
    _used: set[int] = field(default_factory=set)
    has_changed: bool = False

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

    def hear(self, name: str | None, above: str | None) -> None:
        """Note what the file says, before anything is looked up."""
        form, form_above = name_form(name or ""), name_form(above or "")
        if form and form_above and form != form_above:
            self._said.setdefault(form, {}).setdefault(form_above, above or "")

    def look_again(self) -> None:
        """Forget what was found, as if everything stood here already that was added or moved."""
        self._found, self._settled, self._used, self.has_changed = {}, {}, set(), False
        self._by_name = {}
        for place in [*self.places.values(), *self.new_from_the_top]:
            self._by_name.setdefault(name_form(place.name), []).append(place)

    def find(self, name: str, above: str | None) -> Place:
        """The unit of this name, under the one named ``above`` if the file says so; added if there is none.

        A unit that stands elsewhere and bears the only such name moves under the named one, unless that would put it
        under itself.
        """
        key = (name_form(name), name_form(above or ""))
        if key not in self._found:
            is_under = above and key[0] != key[1]
            self._found[key] = self._under(name, self._bare(above)) if is_under and above else self._bare(name)
        return self._found[key]

    def _bare(self, name: str) -> Place:
        """The place of a name by itself: under the first unit that the file puts above it, in the order of letters."""
        chain = [name]
        while (form := name_form(chain[-1])) not in self._settled:
            said = self._said.get(form)
            following = said[min(said)] if said else ""
            if not following or name_form(following) in map(name_form, chain) or len(chain) > MOST_DEEP:
                self._settled[form] = self._anywhere(chain[-1])
                self._used.add(id(self._settled[form]))
                break
            chain.append(following)
        place = self._settled[name_form(chain.pop())]
        while chain:
            lower = chain.pop()
            place = self._under(lower, place)
            self._settled.setdefault(name_form(lower), place)
        return place

    def _anywhere(self, name: str) -> Place:
        found = self._by_name.get(name_form(name), [])
        return found[0] if found else self._add(name, None)

    def _under(self, name: str, above: Place) -> Place:
        parent = above if _depth(above) < MOST_DEEP else None
        found = self._by_name.get(name_form(name), [])
        place = next((place for place in found if place.parent is parent), None)
        if place is None and len(found) == 1 and self._may_move(found[0], parent):
            place = found[0]
            place.parent, self.has_changed = parent, True
        place = place or self._add(name, parent)
        self._used.add(id(place))
        return place

    def _may_move(self, place: Place, under: Place | None) -> bool:
        stays = place.parent and name_form(place.parent.name) in self._said.get(name_form(place.name), {})
        return not stays and id(place) not in self._used and not _is_below(under, place)

    def _add(self, name: str, parent: Place | None) -> Place:
        place = Place(name, parent=parent)
        self.new.append(place)
        self.has_changed = True
        self._by_name.setdefault(name_form(name), []).append(place)
        return place

    @property
    def moved(self) -> list[Place]:
        return [place for place in self.places.values() if place.is_moved]

    @property
    def new_from_the_top(self) -> list[Place]:
        """What is added, each after the one above it."""
        return sorted(self.new, key=_depth)


def _depth(place: Place) -> int:
    depth = 0
    while place.parent is not None:
        place, depth = place.parent, depth + 1
    return depth


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
