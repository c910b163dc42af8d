"""The homes of a person: where the rule of who sees what acts on the feed."""

from dataclasses import dataclass

from django.db import connection

from weefsel.communities.queries.my_communities import MyCommunity
from weefsel.kernel.actor import Actor, Eye


@dataclass(frozen=True, slots=True)
class MyHome:
    """A home that the actor reads on their own home page: a community of theirs, or a storyline."""

    id: int
    latest_id: int
    community_id: int | None = None
    community_name: str = ""
    community_slug: str = ""
    is_shared: bool = False
    is_archived: bool = False

    @property
    def place(self) -> MyCommunity | None:
        """The community as the rail shows it; nothing for storylines and archived ones."""
        if self.community_id is None or self.is_archived:
            return None
        return MyCommunity(self.community_id, self.community_name, self.community_slug, self.is_shared)


_MEMBERSHIPS = """
SELECT h.id FROM communities_membership m
JOIN communities_community c ON c.id = m.community_id AND m.accepted_rules >= c.rules_version
JOIN posts_home h ON h.community_id = m.community_id
WHERE m.person_id = %(me)s
"""
_STORYLINES = """
UNION ALL
SELECT h.id FROM people_follow f
JOIN people_person followed ON followed.id = f.followed_id
JOIN people_organisation theirs ON theirs.id = followed.organisation_id AND theirs.kind = 'home'
JOIN posts_home h ON h.person_id = followed.id
WHERE f.follower_id = %(me)s
UNION ALL
SELECT h.id FROM posts_home h WHERE h.person_id = %(me)s
"""
# On PostgreSQL the array keeps the planner from merging all communities there are.
_ONE_OF = {"sqlite": "IN ({ids})", "postgresql": "= ANY(ARRAY({ids}))"}
_HOMES = """
SELECT h.id, h.{latest}, c.id, c.name, c.slug, c.is_shared, c.archived_at IS NOT NULL
FROM posts_home h LEFT JOIN communities_community c ON c.id = h.community_id
WHERE h.id {one_of}
ORDER BY h.{latest} DESC, h.id DESC
"""


# The SQL of the ids of somebody's homes: memberships that count, and inside also storylines. Takes ``me``.
IDS_OF_HOMES = {Eye.INSIDE: _MEMBERSHIPS + _STORYLINES, Eye.OUTSIDE: _MEMBERSHIPS}
# The column that tells each eye the newest thread start of a home.
LATEST = {Eye.INSIDE: "latest_id", Eye.OUTSIDE: "latest_outside_id"}


def my_places(actor: Actor) -> list[MyCommunity]:
    """The communities of the rail, for pages that read no feed. One statement."""
    return [place for home in my_homes(actor) if (place := home.place) is not None]


def my_homes(actor: Actor) -> list[MyHome]:
    """Where the actor's feed comes from, the home with the newest thread start first. One statement.

    Employees: communities of theirs whose rules they accepted, storylines they follow, their own. Externals: their
    communities alone. It is read in every request, so leaving a community acts at once.
    """
    if not actor.is_somebody:
        return []
    one_of = _ONE_OF[connection.vendor].format(ids=IDS_OF_HOMES[actor.eye])
    with connection.cursor() as cursor:
        cursor.execute(_HOMES.format(latest=LATEST[actor.eye], one_of=one_of), {"me": actor.person_id})
        rows = cursor.fetchall()
    return [
        MyHome(home, latest, community, name or "", slug or "", bool(shared), bool(archived))
        for home, latest, community, name, slug, shared, archived in rows
    ]
