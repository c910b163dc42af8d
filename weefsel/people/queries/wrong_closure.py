from collections.abc import Mapping

from weefsel.kernel.actor import Actor, Power
from weefsel.kernel.refusals import NotFound
from weefsel.people.models import Unit, UnitClosure

Pair = tuple[int, int, int]


def wrong_closure(actor: Actor) -> list[int]:
    """The units whose ancestors in the closure table are not those that the tree gives them.

    Only for who operates the network: anybody else meets ``NotFound``. Two statements, however many units.
    """
    if not actor.has(Power.OPERATE):
        raise NotFound
    parents = dict(Unit.objects.values_list("pk", "parent_id"))
    stands = set(UnitClosure.objects.values_list("ancestor_id", "descendant_id", "depth"))
    return sorted({descendant for _, descendant, _ in stands ^ _pairs(parents)})


def _pairs(parents: Mapping[int, int | None]) -> set[Pair]:
    pairs: set[Pair] = set()
    for unit in parents:
        ancestor: int | None = unit
        depth = 0
        while ancestor is not None and depth <= len(parents):
            pairs.add((ancestor, unit, depth))
            ancestor, depth = parents.get(ancestor), depth + 1
    return pairs
