"""A charter's versions are only added."""

from weefsel.communities.models import Charter, Community, Membership
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor


def add_charter(actor: Actor, community: Community, *, text: str, rules_of_engagement: str) -> int:
    """Add the next version to a held community and return its number.

    With rules of engagement it is the version that members must have accepted; who wrote it has. At most four
    statements.
    """
    number = (
        Charter.objects.filter(community=community).order_by("-number").values_list("number", flat=True).first() or 0
    ) + 1
    Charter.objects.create(
        community=community,
        number=number,
        text=text,
        rules_of_engagement=rules_of_engagement,
        written_by_id=actor.person_id,
    )
    if rules_of_engagement:
        community.rules_version = number
        community.save(update_fields=["rules_version"])
        Membership.objects.filter(community=community, person_id=actor.person_id or 0).update(
            accepted_rules=number, accepted_at=clock.now()
        )
    return number


def charter_text(community: Community) -> str:
    """The charter that is in force. One statement."""
    return Charter.objects.filter(community=community).order_by("-number").values_list("text", flat=True).first() or ""


def rules_text(community: Community) -> str:
    """The rules of engagement that are in force. One statement."""
    rules = Charter.objects.filter(community=community, number=community.rules_version)
    return rules.values_list("rules_of_engagement", flat=True).first() or ""
