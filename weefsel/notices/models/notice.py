from django.db import models
from django.utils import timezone

from weefsel.communities.models import Community, CommunityInvitation, JoinRequest
from weefsel.people.models import Person
from weefsel.posts.models import Post


class Notice(models.Model):
    """Something a person did that another should know: never made by absence or by a machine.

    ``key`` makes it unique, so that a job that runs twice tells once.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=30)
    by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=80)
    post = models.ForeignKey(Post, on_delete=models.CASCADE, null=True, related_name="+")
    community = models.ForeignKey(Community, on_delete=models.CASCADE, null=True, related_name="+")
    join_request = models.ForeignKey(JoinRequest, on_delete=models.CASCADE, null=True, related_name="+")
    invitation = models.ForeignKey(CommunityInvitation, on_delete=models.CASCADE, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="notices_notice_once")]
        indexes = [
            models.Index(fields=["person", "-id"], condition=models.Q(done_at=None), name="notices_notice_open"),
            models.Index(fields=["person", "-id"], name="notices_notice_all"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} to {self.person_id}"
