"""An id keeps all its bits on its way to the database, also where nobody says that it is large."""

import pytest
from django.db.models import Value
from django.db.models.functions import Greatest, Substr

from weefsel.kernel.models import JobAttempt, JobSchedule

pytestmark = pytest.mark.django_db


@pytest.fixture
def _row() -> None:
    JobSchedule.objects.create(name="hourly", next_run_at="2026-11-24T12:00:00Z")


@pytest.mark.usefixtures("_row")
@pytest.mark.parametrize("number", [2**31 - 1, 2**31, -(2**31), 2**62, 2236432539169771520])
def test_a_bare_value_comes_back_whole(number: int) -> None:
    assert JobSchedule.objects.values_list(Greatest(Value(number), Value(number - 1)), flat=True).get() == number


@pytest.mark.usefixtures("_row")
def test_small_numbers_stay_small_where_a_function_wants_it() -> None:
    assert JobSchedule.objects.values_list(Substr("name", 2, 3), flat=True).get() == "our"


def test_a_number_that_is_too_large_for_its_column_is_not_found() -> None:
    assert not JobAttempt.objects.filter(number=2**40).exists()
