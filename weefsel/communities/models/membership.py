from django.db import models
from django.utils import timezone

from weefsel.communities.models.community import Community
from weefsel.communities.terms import REQUEST_MAX, MemberRole, RequestOutcome
from weefsel.people.models import Person


class Membership(models.Model):
    """A person is in a community, in one role. ``accepted_rules`` is the version of its rules that they accepted."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10, choices=MemberRole.choices, default=MemberRole.MEMBER)
    accepted_rules = models.PositiveIntegerField(default=0)
    accepted_at = models.DateTimeField(null=True)
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "community"], name="communities_membership_once")]
        indexes = [models.Index(fields=["community", "role", "person"], name="communities_membership_role")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.community_id}"


class JoinRequest(models.Model):
    """Somebody asks to be let in; an owner or moderator decides."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="join_requests")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="join_requests")
    text = models.CharField(max_length=REQUEST_MAX, blank=True)
    asked_at = models.DateTimeField(default=timezone.now)
    outcome = models.CharField(max_length=10, choices=RequestOutcome.choices, default=RequestOutcome.OPEN)
    decided_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "person"],
                condition=models.Q(outcome="open"),
                name="communities_joinrequest_one_open",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} asks {self.community_id}"


class CommunityInvitation(models.Model):
    """A door into a community: for a person, an e-mail address, or everybody of a domain, with an end."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="invitations")
    invited_by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="community_invitations")
    email = models.EmailField(max_length=254, blank=True)
    domain = models.CharField(max_length=253, blank=True)
    token_hash = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    uses_left = models.PositiveIntegerField(default=1)
    accepted_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "person"],
                condition=models.Q(accepted_at=None, declined_at=None, withdrawn_at=None) & ~models.Q(person=None),
                name="communities_invitation_one_open",
            )
        ]

    def __str__(self) -> str:
        return f"{self.community_id} to {self.person_id or self.email or self.domain}"
