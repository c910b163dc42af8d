"""What stands beside the queue, whose rows are django-tasks-db's."""

from django.db import models


class JobWorker(models.Model):
    """A process that works on jobs, and when it last said so."""

    id = models.CharField(max_length=100, primary_key=True)
    host = models.CharField(max_length=64)
    pid = models.PositiveIntegerField()
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.id


class JobAttempt(models.Model):
    """A time that a job did not succeed."""

    job_id = models.UUIDField()
    number = models.PositiveSmallIntegerField()
    failed_at = models.DateTimeField()
    error = models.CharField(max_length=500)
    retry_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["job_id", "number"], name="kernel_attempt_once")]

    def __str__(self) -> str:
        return f"{self.job_id} ({self.number})"


class JobSchedule(models.Model):
    """A job that comes back, and when it is due next."""

    name = models.CharField(max_length=100, primary_key=True)
    next_run_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
