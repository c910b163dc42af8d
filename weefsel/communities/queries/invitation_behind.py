"""What a link leads to, before one comes in by it."""

from collections.abc import Sequence
from dataclasses import dataclass

from weefsel.communities.models import Charter
from weefsel.communities.queries._words import lines_of
from weefsel.communities.rules import belongs, seen_invitation_by_token
from weefsel.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class InvitationBehind:
    """The community behind a link, with the rules of engagement that one accepts by coming in."""

    name: str
    purpose: str
    slug: str
    is_shared: bool
    rules_lines: Sequence[str]
    rules_version: int
    is_member: bool


def invitation_behind(actor: Actor, token: str) -> InvitationBehind:
    """The open invitation behind a link. Raises ``NotFound`` for who has another address. Four statements."""
    community = seen_invitation_by_token(actor, token).community
    rules = Charter.objects.filter(community=community, number=community.rules_version)
    return InvitationBehind(
        name=community.name,
        purpose=community.purpose,
        slug=community.slug,
        is_shared=community.is_shared,
        rules_lines=lines_of(rules.values_list("rules_of_engagement", flat=True).first() or ""),
        rules_version=community.rules_version,
        is_member=belongs(actor, community),
    )
