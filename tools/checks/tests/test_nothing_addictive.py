"""No table can hold what makes a network addictive."""

import pytest

from tools.checks.nothing_addictive import check
from tools.checks.tests.conftest import Plant

PATH = "weefsel/people/models/person.py"


def _model(field: str) -> str:
    return f"class Person(models.Model):\n    {field} = models.IntegerField()\n"


@pytest.mark.parametrize("field", ["reply_count", "layer", "seen_at", "appointment_at", "viewpoint"])
def test_plain_facts_pass(found: Plant, field: str) -> None:
    assert found(check, {PATH: _model(field)}) == []


@pytest.mark.parametrize(
    "field", ["points", "total_score", "streak", "level", "badge", "read_by", "view_count", "last_online"]
)
def test_points_ranks_and_watching_are_caught(found: Plant, field: str) -> None:
    assert found(check, {PATH: _model(field)}) == [f"{PATH}:2"]
