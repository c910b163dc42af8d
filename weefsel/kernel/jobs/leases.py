"""Who is at work: heartbeats, and the return of jobs whose worker is gone."""

import os
import secrets
import socket
from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from django_tasks_db.models import DBTaskResult

from weefsel.kernel import clock
from weefsel.kernel.jobs.queue import Job, fail
from weefsel.kernel.models import JobWorker

LEASE = timedelta(seconds=60)
JUST_NOW = timedelta(seconds=10)
FORGET_AFTER = timedelta(hours=1)


class WorkerVanished(Exception):
    """The process that ran this job ended without a word."""


def worker_id() -> str:
    return f"{host()}-{os.getpid()}-{secrets.token_hex(4)}"


def host() -> str:
    return socket.gethostname()[:60]


def beat(worker: str) -> None:
    """Say that ``worker`` (of this process) is alive. One statement, two the first time."""
    moment = clock.now()
    if not JobWorker.objects.filter(pk=worker).update(seen_at=moment):
        JobWorker.objects.create(pk=worker, host=host(), pid=os.getpid(), started_at=moment, seen_at=moment)


def sign_off(worker: str) -> None:
    JobWorker.objects.filter(pk=worker).delete()


def has_heartbeat() -> bool:
    """Whether some process works on jobs. One statement."""
    return JobWorker.objects.filter(seen_at__gte=clock.now() - LEASE).exists()


def return_lost_jobs(me: str = "", at_work: Collection[UUID] = ()) -> int:
    """Return the jobs of vanished workers to the queue, and say how many. Three statements when nothing is lost.

    Each counts as a failed attempt, so a job that kills its process does not do so for ever. Of the worker ``me`` every
    job is lost that is not ``at_work``: its end could not be written down.
    """
    alive = {worker.pk for worker in JobWorker.objects.all() if not _is_gone(worker, me)}
    lost = [job for job in DBTaskResult.objects.running() if _is_lost(job, alive, me, at_work)]
    for job in lost:
        fail(job, WorkerVanished("the process that ran it is gone"), pause=timedelta(0))
    JobWorker.objects.filter(seen_at__lt=clock.now() - FORGET_AFTER).delete()
    return len(lost)


def _is_lost(job: Job, alive: set[str], me: str, at_work: Collection[UUID]) -> bool:
    worker = job.worker_ids[-1] if job.worker_ids else ""
    if worker == me:
        just_claimed = job.started_at is not None and job.started_at > clock.now() - JUST_NOW
        return job.pk not in at_work and not just_claimed
    return worker not in alive


def _is_gone(worker: JobWorker, me: str) -> bool:
    if worker.pk == me:
        return False
    if worker.seen_at < clock.now() - LEASE:
        return True
    return worker.host == host() and (worker.pid == os.getpid() or not _lives(worker.pid))


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody else's process: it lives
        return True
    return True
