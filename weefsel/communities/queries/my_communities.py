from dataclasses import dataclass

from weefsel.communities.models import Membership
from weefsel.communities.rules import memberships_that_count
from weefsel.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class MyCommunity:
    """A line of the rail."""

    id: int
    name: str
    slug: str
    is_shared: bool


def my_communities(actor: Actor) -> list[MyCommunity]:
    """The communities the actor belongs to and may read, by name, archived ones left out. One statement."""
    rows = (
        Membership.objects.filter(memberships_that_count(actor), community__archived_at=None)
        .order_by("community__name", "community_id")
        .values_list("community_id", "community__name", "community__slug", "community__is_shared")
    )
    return [MyCommunity(*row) for row in rows]
