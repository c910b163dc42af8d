"""Who counts as a member: people who are still there; bots are in no count."""

from django.db.models import Count, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from weefsel.communities.models import Membership
from weefsel.communities.terms import READABLE_KINDS
from weefsel.kernel.actor import Actor
from weefsel.people.terms import PersonKind

PRESENT = Q(person__left_on=None) & ~Q(person__kind=PersonKind.BOT)
AT_HOME = Q(person__organisation__kind="home")


def member_count() -> Coalesce:
    """How many members the community of the row outside has, as a column."""
    counted = Membership.objects.filter(PRESENT, community_id=OuterRef("pk")).order_by().values("community_id")
    return Coalesce(Subquery(counted.annotate(count=Count("pk")).values("count"), output_field=IntegerField()), 0)


def may_count(actor: Actor, kind: str, *, is_member: bool, shows_members: bool) -> bool:
    """Whether the actor may be told how many members there are: who reads it, and from outside where members show."""
    if actor.is_employee:
        return is_member or kind in READABLE_KINDS
    return is_member and shows_members
