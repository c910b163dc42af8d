"""The communities and circles of Lindewever, the shared ones shared, with their rules of engagement accepted."""

from typing import Any

from weefsel.communities.commands.import_community import ImportedCommunity, import_community
from weefsel.communities.terms import CommunityForm, MemberRole
from weefsel.config.demo.reading import SOURCE, Calendar, load
from weefsel.kernel.actor import Actor

OPENED = "-190d 08:00"


def load_communities(
    actor: Actor, people: dict[str, int], organisations: dict[str, int], calendar: Calendar
) -> dict[str, int]:
    """Every community, by the id it has in the files."""
    return {c["id"]: _open(actor, c, people, organisations, calendar) for c in load("communities.yaml")}


def pending(people: dict[str, int], communities: dict[str, int]) -> list[tuple[int, int]]:
    """Who waits to be let in where: person and community."""
    return [(people[who], communities[c["id"]]) for c in load("communities.yaml") for who in c.get("pending") or []]


def _open(
    actor: Actor, c: dict[str, Any], people: dict[str, int], organisations: dict[str, int], calendar: Calendar
) -> int:
    roles = {people[m]: MemberRole.MEMBER.value for m in c["members"]}
    roles |= {people[m]: MemberRole.MODERATOR.value for m in c["moderators"]}
    roles[people[c["owner"]]] = MemberRole.OWNER.value
    community_id, _is_new = import_community(
        actor,
        community=ImportedCommunity(
            source=SOURCE,
            source_key=c["id"],
            name=c["name"],
            kind=c["join"],
            form=CommunityForm.CIRCLE if c["kind"] == "circle" else CommunityForm.COMMUNITY,
            opened_at=calendar.moment(OPENED),
            purpose=c["purpose"],
            charter=_list(c["charter"]),
            rules_of_engagement=_list(c.get("rules_of_engagement") or []),
            language=c["languages"][0],
            begins_on=calendar.day(c["begins"]) if c.get("begins") else None,
            ends_on=calendar.day(c["ends"]) if c.get("ends") else None,
            organisations=tuple(organisations[o] for o in c.get("organisations") or [] if o in organisations),
            members=roles,
        ),
    )
    return community_id


def _list(lines: list[str]) -> str:
    return "\n".join(f"- {' '.join(line.split())}" for line in lines)
