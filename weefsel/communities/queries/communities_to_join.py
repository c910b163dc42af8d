from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from weefsel.communities.models import Community, Membership
from weefsel.communities.terms import CommunityKind
from weefsel.kernel.actor import Actor
from weefsel.people.models import Person

MOST = 6


@dataclass(frozen=True, slots=True)
class CommunityToJoin:
    """An open community that one is not in yet."""

    id: int
    name: str
    purpose: str
    is_shared: bool
    has_colleagues: bool


def communities_to_join(actor: Actor) -> list[CommunityToJoin]:
    """Open communities for a first visit: where most colleagues of one's unit and site are, then the larger ones.

    Nothing for people from outside, who join by invitation; nothing that has rules to accept first. Two statements.
    """
    me = Person.objects.filter(pk=actor.person_id or 0).values("unit_id", "site").first()
    if not actor.is_employee or me is None:
        return []
    near = Q(memberships__person__unit_id=me["unit_id"]) if me["unit_id"] else Q(pk__in=())
    if me["site"]:
        near |= Q(memberships__person__site=me["site"])
    mine = Membership.objects.filter(person_id=actor.person_id or 0, community_id=OuterRef("pk"))
    found = (
        Community.objects.filter(~Exists(mine), kind=CommunityKind.OPEN, archived_at=None, rules_version=0)
        .annotate(near=Count("memberships", filter=near), size=Count("memberships"))
        .order_by("-near", "-size", "search_name", "pk")[:MOST]
    )
    return [CommunityToJoin(c.pk, c.name, c.purpose, c.is_shared, c.near > 0) for c in found]
