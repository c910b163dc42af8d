"""Every version of a community's charter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from weefsel.communities.models import Charter
from weefsel.communities.queries._words import lines_of
from weefsel.communities.rules import known_community, may_manage_community, may_see_community
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import NotFound


@dataclass(frozen=True, slots=True)
class CharterVersion:
    """A version; ``rules_lines`` is filled where the rules of engagement changed with it."""

    number: int
    text: str
    lines: Sequence[str]
    rules_lines: Sequence[str]
    written_by: str
    written_at: datetime


def find_charters(actor: Actor, community_id: int) -> Sequence[CharterVersion]:
    """The versions, the newest first. Five statements at most.

    Raises ``NotFound`` for who neither reads nor manages the community. Who wrote one is said inside alone.
    """
    community = known_community(actor, community_id)
    if not (may_see_community(actor, community) or may_manage_community(actor, community)):
        raise NotFound(_("There is nothing at this address."))
    rows = Charter.objects.filter(community=community).select_related("written_by").order_by("-number")
    return [
        CharterVersion(
            number=row.number,
            text=row.text,
            lines=lines_of(row.text),
            rules_lines=lines_of(row.rules_of_engagement),
            written_by=row.written_by.name if row.written_by and actor.is_employee else "",
            written_at=row.written_at,
        )
        for row in rows
    ]
