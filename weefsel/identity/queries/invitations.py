"""Who was invited into the network, and what became of it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from weefsel.identity.models import Invitation
from weefsel.identity.rules import may_invite
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.paging import PAGE_SIZE, Page
from weefsel.kernel.refusals import NotFound


@dataclass(frozen=True, slots=True)
class InvitationCard:
    """An invitation. ``state`` is open, accepted, withdrawn or over."""

    invitation_id: int
    email: str
    state: str
    sent: datetime
    expires: datetime


def invitations(actor: Actor, before: int | None = None) -> Page[InvitationCard]:
    """Invitations, newest first, twenty at a time. Raises ``NotFound`` for all but stewards. One statement."""
    if not may_invite(actor):
        raise NotFound(_("There is nothing at this address."))
    rows = Invitation.objects.order_by("-id")
    if before:
        rows = rows.filter(pk__lt=before)
    found = list(rows[: PAGE_SIZE + 1])
    cards = [_card(row) for row in found[:PAGE_SIZE]]
    return Page(cards, str(cards[-1].invitation_id) if len(found) > PAGE_SIZE else "")


def _card(row: Invitation) -> InvitationCard:
    state = "open"
    if row.accepted_at is not None:
        state = "accepted"
    elif row.withdrawn_at is not None:
        state = "withdrawn"
    elif row.expires_at <= clock.now():
        state = "over"
    return InvitationCard(row.pk, row.email, state, row.created_at, row.expires_at)
