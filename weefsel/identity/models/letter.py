from django.db import models
from django.utils import timezone


class Letter(models.Model):
    """An e-mail that goes out. The row is the truth, and a job sends it.

    Its text is wiped once it was sent, except of invitations, which a steward may read
    to help somebody who did not get theirs.
    """

    recipient = models.EmailField(max_length=254)
    subject = models.CharField(max_length=255)
    purpose = models.CharField(max_length=20)
    body = models.TextField(blank=True)
    html = models.TextField(blank=True)
    state = models.CharField(max_length=10, default="waiting")  # waiting, sent, failed
    error = models.CharField(max_length=255, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["-created_at", "-id"], name="identity_letter_newest")]

    def __str__(self) -> str:
        return f"{self.recipient}: {self.subject}"
