"""What waits for an owner or moderator, and which invitations are out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from weefsel.communities.models import CommunityInvitation, JoinRequest
from weefsel.communities.rules import known_community, may_decide_requests, may_invite
from weefsel.communities.terms import RequestOutcome
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.paging import PAGE_SIZE, Page
from weefsel.kernel.refusals import NotFound


@dataclass(frozen=True, slots=True)
class RequestCard:
    """Somebody asks to be let in, and why."""

    id: int
    person_id: int
    name: str
    handle: str
    where: str
    text: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class InvitationCard:
    """A door that is open: for a person, an address, or everybody of a domain."""

    id: int
    to: str
    handle: str
    by: str
    created_at: datetime
    expires_at: datetime
    uses_left: int
    is_link: bool


def find_requests(actor: Actor, community_id: int, *, after: int = 0) -> Page[RequestCard]:
    """The open requests, the oldest first, twenty on a page. Five statements at most.

    Raises ``NotFound`` for who decides nothing here.
    """
    community = known_community(actor, community_id)
    if not may_decide_requests(actor, community):
        raise NotFound(_("There is nothing at this address."))
    rows = list(
        JoinRequest.objects.filter(community=community, outcome=RequestOutcome.OPEN, person__left_on=None, pk__gt=after)
        .select_related("person__unit")
        .order_by("pk")[: PAGE_SIZE + 1]
    )
    cards = [_request(row) for row in rows[:PAGE_SIZE]]
    return Page(cards, str(cards[-1].id) if len(rows) > PAGE_SIZE else "")


def find_invitations(actor: Actor, community_id: int) -> Sequence[InvitationCard]:
    """The invitations that still let in, the newest first, at most a hundred. Three statements.

    Raises ``NotFound`` for who may not invite here.
    """
    community = known_community(actor, community_id)
    if not may_invite(actor, community):
        raise NotFound(_("There is nothing at this address."))
    rows = CommunityInvitation.objects.filter(
        community=community,
        accepted_at=None,
        declined_at=None,
        withdrawn_at=None,
        uses_left__gt=0,
        expires_at__gt=clock.now(),
    ).select_related("person", "invited_by")
    return [_invitation(row) for row in rows.order_by("-pk")[:100]]


def _request(row: JoinRequest) -> RequestCard:
    person = row.person
    where = ", ".join(filter(None, (person.unit.name if person.unit else "", person.site)))
    return RequestCard(row.pk, person.pk, person.name, person.handle, where or person.job_title, row.text, row.asked_at)


def _invitation(row: CommunityInvitation) -> InvitationCard:
    return InvitationCard(
        id=row.pk,
        to=row.person.name if row.person else row.email or f"@{row.domain}",
        handle=row.person.handle if row.person else "",
        by=row.invited_by.name,
        created_at=row.created_at,
        expires_at=row.expires_at,
        uses_left=row.uses_left,
        is_link=bool(row.domain),
    )
