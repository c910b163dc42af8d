import pytest
from hypothesis import given
from hypothesis import strategies as st

from weefsel.people.commands._sync.line import cycles_in, layers_of, without_cycles
from weefsel.people.commands._sync.units import MOST_DEEP, Place, UnitTree, closure_of

PEOPLE = st.integers(min_value=1, max_value=12)
Line = dict[int, int | None]
ANY_LINE = st.dictionaries(PEOPLE, st.none() | PEOPLE)


@st.composite
def lines_without_cycles(draw: st.DrawFn) -> Line:
    """Everybody's manager has a smaller number."""
    size = draw(st.integers(min_value=1, max_value=12))
    return {n: draw(st.none() | st.integers(1, n - 1)) if n > 1 else None for n in range(1, size + 1)}


def naive_layer(line: Line, person: int) -> int | None:
    """Walk up; nothing when the walk comes back."""
    seen = {person}
    layer = 0
    above = line[person]
    while above is not None and above in line:
        if above in seen:
            return None
        seen.add(above)
        layer, above = layer + 1, line[above]
    return layer


@given(line=ANY_LINE)
def test_cycles_are_all_found_and_nothing_else(line: Line) -> None:
    members = {person for cycle in cycles_in(line) for person in cycle}
    for cycle in cycles_in(line):
        assert [line[person] for person in cycle] == [*cycle[1:], cycle[0]]
    for person in line:
        walked, above = {person}, line[person]
        while above is not None and above not in walked:
            walked.add(above)
            above = line.get(above)
        assert (person in members) == (above == person)


@given(before=lines_without_cycles(), wanted=ANY_LINE)
def test_a_line_taken_back_has_no_cycle_and_keeps_what_it_can(before: Line, wanted: Line) -> None:
    asked = before | {person: manager for person, manager in wanted.items() if person in before}
    line, refused = without_cycles(asked, before)
    assert cycles_in(line) == []
    named = {person for cycle in refused for person in cycle}
    for person in before:
        assert line[person] == (before[person] if person in named else asked[person])


@given(line=lines_without_cycles())
def test_layers_are_what_a_walk_upwards_counts(line: Line) -> None:
    assert layers_of(line) == {person: naive_layer(line, person) for person in line}


def test_a_long_line_is_no_matter() -> None:
    line: Line = {n: n - 1 if n else None for n in range(20_000)}
    assert layers_of(line)[19_999] == 19_999
    assert cycles_in({**line, 0: 19_999})[0].__len__() == 20_000


@given(tree=lines_without_cycles())
def test_the_closure_is_every_pair_that_a_walk_meets(tree: Line) -> None:
    walked = set()
    for unit in tree:
        above: int | None = unit
        depth = 0
        while above is not None:
            walked.add((above, unit, depth))
            above, depth = tree[above], depth + 1
    assert closure_of(tree) == walked


NAMES = st.sampled_from(["Board", "Weaving", "Looms", "Finishing", "board", "Wéaving"])


@given(tree=lines_without_cycles(), asked=st.lists(st.tuples(NAMES, st.none() | NAMES), max_size=12))
def test_looking_units_up_never_closes_a_circle(tree: Line, asked: list[tuple[str, str | None]]) -> None:
    names = ["Board", "Weaving", "Looms", "Finishing"]
    units = UnitTree.of([(n, names[n % 4], above) for n, above in tree.items()])
    for name, above in asked:
        units.hear(name, above)
    for name, above in asked:
        place = units.find(name, above)
        assert place is units.find(name.upper(), above)
    for place in [*units.places.values(), *units.new]:
        walked: list[object] = []
        above_place = place
        while above_place is not None:
            assert all(above_place is not other for other in walked)
            walked.append(above_place)
            above_place = above_place.parent  # type: ignore[assignment]


@pytest.mark.parametrize("order", [1, -1])
def test_a_unit_that_the_file_leaves_in_its_place_does_not_move(order: int) -> None:
    units = UnitTree.of([(1, "North", None), (2, "South", None), (3, "Sales", 1)])
    asked = [("Sales", "North"), ("Sales", "South")][::order]
    for name, above in asked:
        units.hear(name, above)
    found = {above: units.find(name, above) for name, above in asked}
    assert found["North"].id == 3
    assert found["South"].id is None


def test_a_tree_of_endless_depth_is_cut() -> None:
    units = UnitTree.of([])
    asked = [(f"Unit {n}", f"Unit {n + 1}") for n in range(3_000)]
    for name, above in asked:
        units.hear(name, above)
    places = [units.find(name, above) for name, above in asked]
    assert len(closure_of_places(places)) <= len(units.new) * (MOST_DEEP + 1)


def closure_of_places(places: list[Place]) -> list[Place]:
    """Every place with everything above it."""
    walked = []
    for place in places:
        above: Place | None = place
        while above is not None:
            walked.append(above)
            above = above.parent
    return walked
