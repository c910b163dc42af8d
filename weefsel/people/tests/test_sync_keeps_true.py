"""Whatever files come one after another, closure and layers are what a walk through the tree and the line gives."""

import random

import pytest

from weefsel.kernel.actor import Power, acting_job
from weefsel.people.commands._sync import apply
from weefsel.people.commands._sync.apply import _create
from weefsel.people.commands.sync_people import sync_people
from weefsel.people.models import Person, Unit, UnitClosure
from weefsel.people.testing import home_organisation

pytestmark = pytest.mark.django_db

OPERATOR = acting_job(Power.SYNC_PEOPLE)
UNITS = ["Board", "Weaving", "Looms", "Finishing", "Coating", "Quality"]


def some_file(dice: random.Random) -> bytes:
    """Up to fourteen people, each in some unit under some other, answering to some other or to themselves."""
    lines = ["id,name,division,department,manager,title"]
    for number in dice.sample(range(1, 15), dice.randint(1, 14)):
        above, unit = dice.choice(["", *UNITS]), dice.choice(UNITS)
        manager = dice.choice(["", "99", *map(str, range(1, 15))])
        lines.append(f"{number},Person {number},{above},{unit},{manager},T{dice.randint(1, 3)}")
    return "\n".join(lines).encode()


def walked_closure() -> set[tuple[int, int, int]]:
    parents: dict[int, int | None] = dict(Unit.objects.values_list("pk", "parent_id"))
    pairs = {(unit, unit, 0) for unit in parents}
    for unit, parent in parents.items():
        depth, above = 1, parent
        while above is not None:
            assert depth <= len(parents), "the tree goes in a circle"
            pairs.add((above, unit, depth))
            depth, above = depth + 1, parents[above]
    return pairs


def walked_layers() -> dict[int, int]:
    managers: dict[int, int | None] = dict(Person.objects.values_list("pk", "manager_id"))
    layers: dict[int, int] = {}
    for person, manager in managers.items():
        layer, above = 0, manager
        while above is not None:
            assert layer <= len(managers), "the line goes in a circle"
            layer, above = layer + 1, managers[above]
        layers[person] = layer
    return layers


@pytest.mark.parametrize("seed", range(25))
def test_closure_and_layers_are_true_after_any_files(seed: int) -> None:
    home_organisation()
    dice = random.Random(seed)
    for _ in range(4):
        file = some_file(dice)
        trial = sync_people(OPERATOR, file=file, dry_run=True)
        account = sync_people(OPERATOR, file=file)
        assert {**trial.facts(), "dry_run": False} == account.facts()
        assert set(UnitClosure.objects.values_list("ancestor_id", "descendant_id", "depth")) == walked_closure()
        assert dict(Person.objects.values_list("pk", "layer")) == walked_layers()
        again = sync_people(OPERATOR, file=file)
        assert (again.created, again.updated) == (0, 0), again.changes


def test_what_was_interrupted_is_finished_by_the_same_file(monkeypatch: pytest.MonkeyPatch) -> None:
    home_organisation()
    rows = [f"{n},Person {n},Unit {n % 7},{n // 3 if n else ''}" for n in range(300)]
    file = "\n".join(["id,name,department,manager", *rows]).encode()
    batches = iter(range(4))

    def dying(*args: object) -> None:
        if next(batches, None) is None:
            raise KeyboardInterrupt
        _create(*args)  # type: ignore[arg-type]

    with monkeypatch.context() as dies:
        dies.setattr(apply, "_create", dying)
        with pytest.raises(KeyboardInterrupt):
            sync_people(OPERATOR, file=file)
    came = Person.objects.count()
    assert 0 < came < 300
    assert dict(Person.objects.values_list("pk", "layer")) == walked_layers()
    account = sync_people(OPERATOR, file=file)
    assert (account.created, account.unchanged) == (300 - came, came)
    assert dict(Person.objects.values_list("pk", "layer")) == walked_layers()
    assert sync_people(OPERATOR, file=file).unchanged == 300
