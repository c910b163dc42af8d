from django.db import models
from django.utils import timezone


class Network(models.Model):
    """One installation. Exactly one row, made at set-up."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=8, default="en")
    time_zone = models.CharField(max_length=64, default="Europe/Brussels")
    hidden_by_stewards_only = models.BooleanField(default=False)
    set_up_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="people_network_one")]

    def __str__(self) -> str:
        return self.name
