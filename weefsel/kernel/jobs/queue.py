"""One job's way through the queue: claimed, run, finished; or failed, and back again later.

A claim is known by its moment (``started_at``). Whoever finishes or returns a job names its claim, so a worker that was
thought dead changes nothing any more.
"""

import logging
import random
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any, TypeAlias, cast

from django.db import transaction
from django_tasks import TaskContext, TaskResultStatus
from django_tasks.base import TaskResult
from django_tasks.signals import task_finished, task_started
from django_tasks.utils import normalize_json
from django_tasks_db.models import DBTaskResult

from weefsel.kernel import clock
from weefsel.kernel.models import JobAttempt
from weefsel.kernel.refusals import Refusal

ATTEMPTS = 8
FIRST_PAUSE = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(hours=1)

Job: TypeAlias = DBTaskResult[Any, Any]

log = logging.getLogger("weefsel.jobs")


def claim_next(worker: str, without_queues: Collection[str] = ()) -> Job | None:
    """Take the next ready job for ``worker``, or nothing. An empty queue costs one reading statement."""
    ready = DBTaskResult.objects.ready().exclude(queue_name__in=without_queues)
    if not ready.exists():
        return None
    with transaction.atomic():
        job: Job | None = ready.select_for_update(skip_locked=True).first()
        if job is not None:
            job.claim(worker)
    return job


def run_claimed(job: Job, *, raising: bool = False) -> None:
    """Run a claimed job and write down how it ended. With ``raising`` its error comes out (for tests)."""
    try:
        value = _call(job)
    except Refusal as refusal:  # the world has changed: trying again would be refused again
        fail(job, refusal, final=True)
        if raising:
            raise
    except Exception as problem:
        fail(job, problem)
        if raising:
            raise
    except BaseException:
        give_back(job)
        raise
    else:
        finish(job, value)


def pause_before(attempt: int) -> timedelta:
    """How long to wait before the attempt with this number: 5 s, then four times longer each, an hour at most."""
    return min(FIRST_PAUSE * int(4 ** max(attempt - 2, 0)), LONGEST_PAUSE)


def finish(job: Job, value: Any) -> None:
    changed = _claim_of(job).update(
        status=TaskResultStatus.SUCCESSFUL, return_value=normalize_json(value), finished_at=clock.now()
    )
    if changed:
        _say_finished(job)


def give_back(job: Job) -> None:
    """Return an unfinished job to the queue, as if it had not been claimed."""
    _claim_of(job).update(status=TaskResultStatus.READY, started_at=None)


def fail(job: Job, problem: BaseException, *, final: bool = False, pause: timedelta | None = None) -> None:
    """Write an attempt down and plan the next one; after the last one (or a ``final`` failure) the job has failed.

    ``pause`` replaces the growing one (``pause_before``).
    """
    error = f"{type(problem).__name__}: {problem}"[:500]
    level = logging.INFO if isinstance(problem, Refusal) else logging.WARNING
    log.log(level, "Job %s did not succeed: %s", job.task_path, error, exc_info=problem)
    with transaction.atomic():
        number = JobAttempt.objects.filter(job_id=job.pk).count() + 1
        final = final or number >= ATTEMPTS
        if pause is None:
            pause = pause_before(number + 1) * random.uniform(1, 1.2)  # noqa: S311 - keeps many from coming at once
        retry_at = None if final else clock.now() + pause
        changed = _end(job, problem, error) if final else _plan(job, retry_at)
        if changed:
            JobAttempt.objects.create(
                job_id=job.pk, number=number, failed_at=clock.now(), error=error, retry_at=retry_at
            )
    if changed and final:
        _say_finished(job)


def _end(job: Job, problem: BaseException, error: str) -> int:
    kind = f"{type(problem).__module__}.{type(problem).__qualname__}"
    changed: int = _claim_of(job).update(
        status=TaskResultStatus.FAILED, finished_at=clock.now(), exception_class_path=kind, traceback=error
    )
    return changed


def _plan(job: Job, retry_at: datetime | None) -> int:
    changed: int = _claim_of(job).update(status=TaskResultStatus.READY, started_at=None, run_after=retry_at)
    return changed


def _call(job: Job) -> Any:
    task, result = job.task, cast("TaskResult[Any]", job.task_result)
    task_started.send(sender=type(task.get_backend()), task_result=result)
    if task.takes_context:
        return task.call(TaskContext(task_result=result), *result.args, **result.kwargs)
    return task.call(*result.args, **result.kwargs)


def _claim_of(job: Job) -> Any:
    return DBTaskResult.objects.filter(pk=job.pk, status=TaskResultStatus.RUNNING, started_at=job.started_at)


def _say_finished(job: Job) -> None:
    job.refresh_from_db()
    try:
        backend = type(job.task.get_backend())
    except ImportError:  # a job of another version of the program; who listens wants tasks that exist
        log.warning("Job %s is unknown to this version.", job.task_path)
        return
    task_finished.send(sender=backend, task_result=job.task_result)
