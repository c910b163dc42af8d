"""A job is run, tried again, given up, given back."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from weefsel.kernel import clock
from weefsel.kernel.jobs import queue
from weefsel.kernel.jobs.queue import Job
from weefsel.kernel.jobs.sweep import sweep_finished_jobs
from weefsel.kernel.models import JobAttempt
from weefsel.kernel.testing import run_jobs, statements
from weefsel.kernel.tests.jobs_for_tests import come_too_late, enqueue_another, note, stumble

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(tmp_path / "notes")


@pytest.fixture
def noon() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(datetime(2026, 11, 24, 12, tzinfo=UTC), tick=False) as traveller:
        yield traveller


def only_job() -> Job:
    job: Job = DBTaskResult.objects.get()
    return job


def test_jobs_run_on_demand_with_those_that_they_enqueue(file: str) -> None:
    note.enqueue(file, "first")
    enqueue_another.enqueue(file)
    assert run_jobs() == 3
    assert Path(file).read_text().split() == ["first", "second"]
    assert run_jobs() == 0


def test_an_error_of_a_job_comes_out_of_the_test(file: str) -> None:
    stumble.enqueue(file)
    with pytest.raises(OSError, match="away"):
        run_jobs()


def test_a_job_that_fails_comes_again_later_and_later_and_then_has_failed(
    file: str, noon: time_machine.Traveller
) -> None:
    stumble.enqueue(file)
    pauses = []
    for attempt in range(1, queue.ATTEMPTS + 1):
        job = queue.claim_next("me")
        assert job is not None, attempt
        queue.run_claimed(job)
        assert queue.claim_next("me") is None
        if attempt < queue.ATTEMPTS:
            assert only_job().status == TaskResultStatus.READY
            pauses.append(only_job().run_after - clock.now())
            noon.shift(pauses[-1])
    assert only_job().status == TaskResultStatus.FAILED
    assert pauses[:-1] == sorted(pauses[:-1])  # the last two are an hour and a bit
    assert pauses[0] < timedelta(seconds=7)
    assert pauses[-1] >= timedelta(hours=1)
    attempts = list(JobAttempt.objects.order_by("number"))
    assert [a.number for a in attempts] == list(range(1, queue.ATTEMPTS + 1))
    assert attempts[0].error == "OSError: the mail server is away"
    assert attempts[-1].retry_at is None
    assert len(Path(file).read_text().split()) == queue.ATTEMPTS


def test_a_job_that_is_refused_is_not_tried_again() -> None:
    come_too_late.enqueue()
    job = queue.claim_next("me")
    assert job is not None
    queue.run_claimed(job)
    assert only_job().status == TaskResultStatus.FAILED
    assert JobAttempt.objects.get().retry_at is None


def test_a_worker_that_lost_its_claim_changes_nothing(file: str) -> None:
    note.enqueue(file, "word")
    first = queue.claim_next("first")
    assert first is not None
    queue.give_back(first)
    second = queue.claim_next("second")
    assert second is not None
    queue.finish(first, None)
    queue.fail(first, OSError("late"))
    assert only_job().status == TaskResultStatus.RUNNING
    assert not JobAttempt.objects.exists()
    queue.finish(second, None)
    assert only_job().status == TaskResultStatus.SUCCESSFUL


def test_a_queue_can_be_left_alone(file: str) -> None:
    note.using(queue_name="slow").enqueue(file, "word")
    assert queue.claim_next("me", without_queues=("slow",)) is None
    assert queue.claim_next("me") is not None


def test_looking_at_an_empty_queue_costs_one_statement() -> None:
    with statements() as count:
        assert queue.claim_next("me") is None
    assert count.total == 1, count


def test_finished_jobs_leave_after_a_week(file: str, noon: time_machine.Traveller) -> None:
    come_too_late.enqueue()
    job = queue.claim_next("me")
    assert job is not None
    queue.run_claimed(job)
    noon.shift(timedelta(days=6))
    note.enqueue(file, "young")
    run_jobs()
    sweep_finished_jobs.call()
    assert DBTaskResult.objects.count() == 2
    noon.shift(timedelta(days=2))
    sweep_finished_jobs.call()
    assert only_job().task_path.endswith("note")
    assert not JobAttempt.objects.exists()
