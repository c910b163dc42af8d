from django.conf import settings
from django.db import models
from django.utils import timezone

from weefsel.people.terms import SyncState


class SyncRun(models.Model):
    """A file from the HR system that a steward handed in: kept until it is applied or thrown away, then its account.

    ``file`` has only what is taken: the cells of every other column are emptied before it is kept.
    """

    file_name = models.CharField(max_length=255)
    file = models.BinaryField(null=True)
    state = models.CharField(max_length=12, choices=SyncState.choices, default=SyncState.WAITING)
    deactivates_missing = models.BooleanField(default=False)
    done = models.PositiveIntegerField(default=0)
    whole = models.PositiveIntegerField(default=0)
    account = models.JSONField(default=dict)
    problem = models.TextField(blank=True)
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.file_name
