"""Who could become the owner when the last one leaves."""

from collections.abc import Sequence
from dataclasses import dataclass

from weefsel.communities.models import Membership
from weefsel.communities.queries._counting import AT_HOME, PRESENT
from weefsel.communities.rules import known_community
from weefsel.communities.terms import MemberRole
from weefsel.kernel.actor import Actor
from weefsel.kernel.topics import without_accents

MOST = 20


@dataclass(frozen=True, slots=True)
class Successors:
    """Whether one is needed, and the members to choose from (moderators first, at most twenty, by name)."""

    is_needed: bool
    people: Sequence[tuple[int, str]]


def possible_successors(actor: Actor, community_id: int, text: str = "") -> Successors:
    """Nobody is needed unless the actor is the last owner of what is not archived. At most three statements.

    ``text`` narrows the members by name. Raises ``NotFound`` for who may not know the community.
    """
    community = known_community(actor, community_id)
    members = Membership.objects.filter(PRESENT, community=community)
    owners = set(members.filter(role=MemberRole.OWNER).values_list("person_id", flat=True))
    if owners != {actor.person_id} or community.archived_at is not None:
        return Successors(False, ())
    found = members.filter(AT_HOME).exclude(person_id=actor.person_id or 0)
    for word in without_accents(text.replace("\x00", "")).split():
        found = found.filter(person__search_name__contains=word)
    rows = found.order_by("-role", "person__search_name", "pk").values_list("person_id", "person__name")[:MOST]
    return Successors(True, list(rows))
