"""The reporting line as a map from person to manager: cycles found, layers counted. Pure."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def cycles_in(managers: Mapping[K, K | None]) -> list[list[K]]:
    """Every cycle, once, as its members from one up to the next. Linear in the number of people."""
    done: set[K] = set()
    found: list[list[K]] = []
    for start in managers:
        path: list[K] = []
        place: dict[K, int] = {}
        person: K | None = start
        while person is not None and person not in done and person not in place:
            place[person] = len(path)
            path.append(person)
            person = managers.get(person)
        if person is not None and person in place:
            found.append(path[place[person] :])
        done.update(path)
    return found


def without_cycles(
    wanted: Mapping[K, K | None], before: Mapping[K, K | None]
) -> tuple[dict[K, K | None], list[list[K]]]:
    """The wanted line, in which who stands in a cycle keeps the manager they had; and the cycles.

    Taking one cycle back may close another one with what is kept, so it is looked for until none is left. ``before``
    has no cycle, so that ends.
    """
    line = dict(wanted)
    refused: list[list[K]] = []
    while cycles := cycles_in(line):
        for cycle in cycles:
            refused.append(cycle)
            line.update({person: before.get(person) for person in cycle})
    return line, refused


def layers_of(managers: Mapping[K, K | None]) -> dict[K, int]:
    """How far each person is from the top of their line; who has no manager, or one unknown here, is at 0.

    The line has no cycle. Linear in the number of people.
    """
    layers: dict[K, int] = {}
    for start in managers:
        path: list[K] = []
        person: K | None = start
        while person is not None and person in managers and person not in layers:
            path.append(person)
            person = managers[person]
        base = layers[person] + 1 if person is not None and person in layers else 0
        for distance, below in enumerate(reversed(path)):
            layers[below] = base + distance
    return layers
