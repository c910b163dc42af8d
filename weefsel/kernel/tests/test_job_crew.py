"""Workers in threads and in processes: woken at once, stopped cleanly, and survived."""

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from weefsel.kernel import clock
from weefsel.kernel.jobs import leases, queue
from weefsel.kernel.jobs.crew import Crew
from weefsel.kernel.models import JobAttempt, JobWorker
from weefsel.kernel.tests.jobs_for_tests import dawdle, dawdle_once, note

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "notes"


def until(true: Callable[[], bool], seconds: float = 15) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.05)


@pytest.fixture
def crew() -> Iterator[Crew]:
    made = Crew(size=2)
    made.start()
    yield made
    made.stop()


def lines(file: Path) -> list[str]:
    return file.read_text().splitlines() if file.exists() else []


def test_a_commit_wakes_a_worker_of_the_same_process(crew: Crew, file: Path) -> None:
    time.sleep(0.3)
    with transaction.atomic():
        note.enqueue(str(file), "word")
        time.sleep(0.2)
        assert lines(file) == []
    began = time.monotonic()
    until(lambda: lines(file) == ["word"])
    assert time.monotonic() - began < 0.9
    until(lambda: DBTaskResult.objects.successful().count() == 1)


def test_many_jobs_on_two_threads_each_run_once(crew: Crew, file: Path) -> None:
    with transaction.atomic():
        for number in range(100):
            note.enqueue(str(file), str(number))
    until(lambda: DBTaskResult.objects.successful().count() == 100)
    assert sorted(map(int, lines(file))) == list(range(100))


def test_slow_jobs_do_not_keep_the_others_waiting(crew: Crew, file: Path) -> None:
    dawdle.enqueue(str(file))
    dawdle.enqueue(str(file))
    until(lambda: "slow began" in lines(file))
    note.enqueue(str(file), "quick")
    until(lambda: "quick" in lines(file), 1.5)
    assert "slow done" not in lines(file)


def test_what_is_not_done_when_the_crew_stops_is_given_back(file: Path) -> None:
    crew = Crew(size=1)
    crew.start()
    dawdle_once.enqueue(str(file), seconds=2)
    until(lambda: lines(file) == ["began"])
    began = time.monotonic()
    crew.stop(0.3)
    assert time.monotonic() - began < 1
    assert DBTaskResult.objects.get().status == TaskResultStatus.READY
    assert not JobWorker.objects.exists()
    until(lambda: lines(file) == ["began", "done"])
    until(lambda: not crew.is_alive())
    assert DBTaskResult.objects.get().status == TaskResultStatus.READY
    assert not JobAttempt.objects.exists()


def test_a_worker_that_was_not_seen_for_a_minute_has_lost_its_jobs(file: Path) -> None:
    note.enqueue(str(file), "word")
    queue.claim_next("elsewhere-1")
    JobWorker.objects.create(
        pk="elsewhere-1", host="elsewhere", pid=1, started_at=clock.now(), seen_at=clock.now() - timedelta(seconds=50)
    )
    assert leases.return_lost_jobs() == 0
    JobWorker.objects.update(seen_at=clock.now() - timedelta(seconds=61))
    assert leases.return_lost_jobs() == 1
    assert DBTaskResult.objects.get().status == TaskResultStatus.READY
    assert JobAttempt.objects.get().error.startswith("WorkerVanished")


@pytest.fixture
def worker_process(tmp_path: Path) -> Iterator[Callable[[], "subprocess.Popen[str]"]]:
    started: list[subprocess.Popen[str]] = []

    def start() -> "subprocess.Popen[str]":
        process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", "weefsel.kernel.tests.worker_process", json.dumps(_database(tmp_path))],
            env={**os.environ, "DJANGO_SETTINGS_MODULE": str(settings.SETTINGS_MODULE)},
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def _database(folder: Path) -> dict[str, Any]:
    """The test's database for another process; SQLite's, which lives in memory, as a copy in a file."""
    if connection.vendor != "sqlite":
        return {"NAME": connection.settings_dict["NAME"]}
    path = folder / "copy.sqlite3"
    if not path.exists():
        connection.ensure_connection()
        with sqlite3.connect(path) as copy:
            connection.connection.backup(copy)
        copy.close()
    return {"NAME": str(path)}


Start = Callable[[], "subprocess.Popen[str]"]


def test_a_job_whose_worker_is_killed_runs_again(worker_process: Start, file: Path) -> None:
    dawdle_once.enqueue(str(file))
    first = worker_process()
    until(lambda: lines(file) == ["began"])
    first.kill()
    first.wait()
    worker_process()
    until(lambda: lines(file) == ["began", "began", "done"])


def test_a_worker_that_is_asked_to_end_gives_its_job_back(worker_process: Start, file: Path) -> None:
    dawdle_once.enqueue(str(file))
    first = worker_process()
    until(lambda: lines(file) == ["began"])
    first.terminate()
    assert first.wait(4) == 0
    worker_process()
    until(lambda: lines(file) == ["began", "began", "done"])


def test_two_processes_share_the_jobs_and_run_each_once(worker_process: Start, file: Path) -> None:
    with transaction.atomic():
        for number in range(60):
            note.enqueue(str(file), str(number))
    worker_process()
    worker_process()
    until(lambda: len(lines(file)) >= 60)
    time.sleep(0.3)
    assert sorted(map(int, lines(file))) == list(range(60))
