"""Old rows of the queue leave after a week."""

from datetime import timedelta

from django.db.models import Exists, OuterRef
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from weefsel.kernel import clock
from weefsel.kernel.jobs.timetable import schedule
from weefsel.kernel.models import JobAttempt

KEEP = timedelta(days=7)


@schedule("kernel.sweep_finished_jobs", every=timedelta(hours=6))
@task(queue_name="slow")
def sweep_finished_jobs() -> None:
    """Delete what finished more than a week ago, and the attempts of jobs that no longer exist."""
    DBTaskResult.objects.finished().filter(finished_at__lt=clock.now() - KEEP).delete()
    JobAttempt.objects.exclude(Exists(DBTaskResult.objects.filter(pk=OuterRef("job_id")))).delete()
