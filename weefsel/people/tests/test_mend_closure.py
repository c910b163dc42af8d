"""Units that are not counted where the tree has them are found, and mended by who operates the network alone."""

import pytest

from weefsel.kernel.actor import STRANGER, Power, acting_job
from weefsel.kernel.refusals import NotAllowed, NotFound
from weefsel.kernel.testing import statements
from weefsel.people.commands.mend_closure import mend_closure
from weefsel.people.models import UnitClosure
from weefsel.people.queries.wrong_closure import wrong_closure
from weefsel.people.testing import make_unit

pytestmark = pytest.mark.django_db

OPERATOR = acting_job(Power.OPERATE)


def test_a_tree_in_order_is_not_found() -> None:
    make_unit(parent=make_unit(parent=make_unit()))
    with statements() as count:
        assert wrong_closure(OPERATOR) == []
    assert count.total == 2, count


def test_missing_wrong_and_surplus_pairs_are_found_and_mended() -> None:
    top = make_unit()
    middle, other = make_unit(parent=top), make_unit(parent=top)
    low = make_unit(parent=middle)
    UnitClosure.objects.filter(ancestor=top, descendant=low).delete()
    UnitClosure.objects.filter(ancestor=top, descendant=middle).update(depth=4)
    UnitClosure.objects.create(ancestor=low, descendant=other, depth=1)
    wrong = wrong_closure(OPERATOR)
    assert wrong == [middle.pk, other.pk, low.pk]
    assert mend_closure(OPERATOR, unit_ids=wrong) == 3
    assert wrong_closure(OPERATOR) == []
    assert UnitClosure.objects.get(ancestor=top, descendant=low).depth == 2


def test_nobody_else_looks_or_mends() -> None:
    with pytest.raises(NotFound):
        wrong_closure(STRANGER)
    with pytest.raises(NotAllowed):
        mend_closure(STRANGER, unit_ids=[1])
