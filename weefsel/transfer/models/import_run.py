from django.conf import settings
from django.db import models
from django.utils import timezone


class ImportRun(models.Model):
    """One import: what came in, how far it is, and the written account at its end."""

    kind = models.CharField(max_length=20)  # slack, people
    file_name = models.CharField(max_length=255)
    file_path = models.CharField(max_length=500, blank=True)
    digest = models.CharField(max_length=64)
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    is_dry_run = models.BooleanField(default=False)
    state = models.CharField(max_length=12, default="waiting")  # waiting, running, done, refused
    progress = models.JSONField(default=dict)
    account = models.JSONField(default=dict)
    problem = models.TextField(blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.kind} {self.file_name}"
