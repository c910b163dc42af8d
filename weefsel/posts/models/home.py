from django.db import models

from weefsel.communities.models import Community
from weefsel.people.models import Person


class Home(models.Model):
    """Where posts stand: one row per community or per person's storyline.

    ``latest_id`` is its newest published thread start, ``latest_outside_id`` the newest that is not inside only; the
    commands that publish, delete, hide or move a thread start write them. The feed's cut and "anything new?" use the
    column of the reader's eye.
    """

    community = models.OneToOneField(Community, on_delete=models.CASCADE, null=True, related_name="home")
    person = models.OneToOneField(Person, on_delete=models.CASCADE, null=True, related_name="storyline")
    latest_id = models.BigIntegerField(default=0)
    latest_outside_id = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(community=None, person__isnull=False)
                | models.Q(community__isnull=False, person=None),
                name="posts_home_exactly_one",
            )
        ]

    def __str__(self) -> str:
        return f"home {self.pk}"
