"""What comes back by the clock runs once in each period, whoever looks."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django_tasks_db.models import DBTaskResult

from weefsel.kernel.jobs import timetable
from weefsel.kernel.testing import statements
from weefsel.kernel.tests.jobs_for_tests import come_too_late


@pytest.fixture(autouse=True)
def only_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timetable, "_recurring", {})
    timetable.schedule("test.hourly", every=timedelta(hours=1))(come_too_late)


@pytest.fixture
def noon() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(datetime(2026, 11, 24, 12, tzinfo=UTC), tick=False) as traveller:
        yield traveller


@pytest.mark.django_db
def test_it_runs_at_once_and_then_once_a_period(noon: time_machine.Traveller) -> None:
    assert timetable.enqueue_what_is_due() == ["test.hourly"]
    assert timetable.enqueue_what_is_due() == []
    noon.shift(timedelta(minutes=59))
    assert timetable.enqueue_what_is_due() == []
    noon.shift(timedelta(minutes=1))
    assert timetable.enqueue_what_is_due() == ["test.hourly"]


@pytest.mark.django_db
def test_what_was_missed_is_made_up_for_once(noon: time_machine.Traveller) -> None:
    timetable.enqueue_what_is_due()
    noon.shift(timedelta(hours=7, minutes=30))
    assert timetable.enqueue_what_is_due() == ["test.hourly"]
    noon.shift(timedelta(minutes=29))
    assert timetable.enqueue_what_is_due() == []
    noon.shift(timedelta(minutes=1))
    assert timetable.enqueue_what_is_due() == ["test.hourly"]


@pytest.mark.django_db
def test_nothing_due_costs_one_statement() -> None:
    timetable.enqueue_what_is_due()
    with statements() as count:
        timetable.enqueue_what_is_due()
    assert count.total == 1, count


@pytest.mark.django_db(transaction=True)
def test_two_workers_enqueue_it_once(noon: time_machine.Traveller) -> None:
    timetable.enqueue_what_is_due()
    noon.shift(timedelta(hours=1))
    together = threading.Barrier(4)

    def look() -> None:
        together.wait(5)
        try:
            timetable.enqueue_what_is_due()
        finally:
            connection.close()

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert DBTaskResult.objects.count() == 2
