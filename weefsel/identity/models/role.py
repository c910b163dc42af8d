from django.conf import settings
from django.db import models
from django.utils import timezone

from weefsel.kernel.actor import Role


class NetworkRole(models.Model):
    """What an account is for the whole network."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(max_length=20, choices=[(r.value, r.value) for r in Role])
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "role"], name="identity_networkrole_once")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.role}"
