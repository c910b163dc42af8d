"""A home that does not know its newest thread is found, and mended by who operates the network alone."""

import pytest

from weefsel.kernel.actor import STRANGER, Power, acting_job
from weefsel.kernel.refusals import NotAllowed, NotFound
from weefsel.kernel.testing import statements
from weefsel.people.testing import make_person
from weefsel.posts.commands.mend_latest_ids import mend_latest_ids
from weefsel.posts.models import Home
from weefsel.posts.queries.wrong_latest_ids import wrong_latest_ids
from weefsel.posts.testing import make_post

pytestmark = pytest.mark.django_db

OPERATOR = acting_job(Power.OPERATE)


def test_a_home_in_order_is_not_found() -> None:
    make_post(make_person())
    with statements() as count:
        assert wrong_latest_ids(OPERATOR) == []
    assert count.total == 1, count


@pytest.mark.parametrize("column", ["latest_id", "latest_outside_id"])
@pytest.mark.parametrize("change", [1, -1])
def test_a_home_that_is_wrong_is_found_and_mended(column: str, change: int) -> None:
    post = make_post(make_person())
    before = Home.objects.values_list("latest_id", "latest_outside_id").get(pk=post.home_id)
    Home.objects.filter(pk=post.home_id).update(**{column: post.pk + change})
    assert wrong_latest_ids(OPERATOR) == [post.home_id]
    assert mend_latest_ids(OPERATOR, home_ids=[post.home_id]) == 1
    assert wrong_latest_ids(OPERATOR) == []
    assert Home.objects.values_list("latest_id", "latest_outside_id").get(pk=post.home_id) == before


def test_nobody_else_looks_or_mends() -> None:
    with pytest.raises(NotFound):
        wrong_latest_ids(STRANGER)
    with pytest.raises(NotAllowed):
        mend_latest_ids(STRANGER, home_ids=[1])
