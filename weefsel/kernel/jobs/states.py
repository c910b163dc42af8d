"""How the jobs are doing, for whoever looks after the network."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django_tasks_db.models import DBTaskResult

from weefsel.kernel import clock
from weefsel.kernel.jobs.leases import has_heartbeat


@dataclass(frozen=True, slots=True)
class JobStates:
    """Whether somebody works, what waits since when, and which jobs have failed for good in the last week."""

    is_worked_on: bool
    waiting: int
    waiting_since: datetime | None
    failed: tuple[str, ...]


def job_states() -> JobStates:
    """Four statements."""
    ready = DBTaskResult.objects.ready().order_by("enqueued_at")
    oldest = ready.first()
    failed = DBTaskResult.objects.failed().filter(finished_at__gte=clock.now() - timedelta(days=7))
    return JobStates(
        is_worked_on=has_heartbeat(),
        waiting=ready.count(),
        waiting_since=oldest.enqueued_at if oldest else None,
        failed=tuple(f"{job.task_path}: {job.traceback[:200]}" for job in failed.order_by("-finished_at")[:5]),
    )
