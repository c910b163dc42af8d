"""Words and limits of communities."""

import hashlib
from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

NAME_MAX = 80
PURPOSE_MAX = 400
CHARTER_MAX = 10_000
REQUEST_MAX = 500
INVITATION_LASTS = timedelta(days=30)
INVITATION_USES_MAX = 200


def hash_of(token: str) -> str:
    """What is kept of the secret in an invitation's link."""
    return hashlib.sha256(token.encode()).hexdigest()


def link_path(token: str) -> str:
    """The address of an invitation's link within this network."""
    return f"/communities/invitation/{token}/"


class CommunityKind(TextChoices):
    OPEN = "open", _("Open")
    ON_REQUEST = "on_request", _("On request")
    INVITE_ONLY = "invite_only", _("Invite-only")
    HIDDEN = "hidden", _("Hidden")


READABLE_KINDS = (CommunityKind.OPEN, CommunityKind.ON_REQUEST)
KNOWN_KINDS = (CommunityKind.OPEN, CommunityKind.ON_REQUEST, CommunityKind.INVITE_ONLY)


class CommunityForm(TextChoices):
    COMMUNITY = "community", _("Community")
    CIRCLE = "circle", _("Circle")


class MemberRole(TextChoices):
    OWNER = "owner", _("Owner")
    MODERATOR = "moderator", _("Moderator")
    MEMBER = "member", _("Member")


class RequestOutcome(TextChoices):
    OPEN = "open", _("Open")
    APPROVED = "approved", _("Approved")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")
