"""What a page must know of each post for this reader, before any content: version, and what the reader may do."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.db import connection

from weefsel.communities.terms import READABLE_KINDS
from weefsel.kernel.actor import Actor


class Line(NamedTuple):
    """A post as one reader meets it: ``role`` in its community, ``reaction``, ``is_saved`` and ``follows`` are theirs.

    What is yes or no may be 1 or 0, as SQLite says it. ``version`` was read before any content: newer content may stand
    under an old version, never old under a new one.
    """

    id: int
    version: int
    author_id: int
    home_id: int
    thread_id: int | None
    inside_only: bool
    reply_count: int
    is_edited: bool
    is_deleted: bool
    is_locked: bool
    is_pinned: bool
    storyline_of: int | None
    community_kind: str | None
    is_archived: bool
    role: str | None
    reaction: str | None
    is_saved: bool
    follows: bool

    def may_take_part(self, actor: Actor) -> bool:
        """React, and reply where it is not locked (``rules.may_react``, held equal by a test)."""
        if self.is_deleted or self.is_archived:
            return False
        if self.community_kind is None:
            return actor.is_employee
        return self.role is not None or (actor.is_employee and self.community_kind == "open")

    def may_be_read(self, actor: Actor, *, is_home_storyline: bool) -> bool:
        """The one rule (``rules.visible_posts``) for a page that is read often; a test holds both equal.

        ``is_home_storyline`` says that the storyline's owner belongs to the home organisation.
        """
        is_gone = self.is_deleted and (self.thread_id is not None or self.reply_count == 0)
        if not actor.is_somebody or is_gone or (self.inside_only and not actor.is_employee):
            return False
        if self.community_kind is None:
            return actor.is_employee and is_home_storyline
        return self.role is not None or (actor.is_employee and self.community_kind in READABLE_KINDS)

    def may_moderate(self, actor: Actor) -> bool:
        """Pin, lock, remove (``rules.may_moderate``)."""
        if self.community_kind is None:
            return actor.is_employee and self.storyline_of == actor.person_id
        return self.role in {"owner", "moderator"}


_OWN = """
p.id, p.version, p.author_id, p.home_id, p.thread_id, p.inside_only, p.reply_count,
p.edited_at IS NOT NULL, p.deleted_at IS NOT NULL
"""
_MINE = """
(SELECT r.kind FROM posts_reaction r WHERE r.post_id = p.id AND r.person_id = %(me)s),
EXISTS (SELECT 1 FROM posts_saved s WHERE s.person_id = %(me)s AND s.post_id = p.id)
"""
# Replies take what belongs to the thread (locked, followed) from their thread start.
COLUMNS = f"""{_OWN},
COALESCE((SELECT t.locked_at FROM posts_post t WHERE t.id = p.thread_id), p.locked_at) IS NOT NULL,
EXISTS (SELECT 1 FROM posts_pin x WHERE x.post_id = p.id),
h.person_id, c.kind, c.archived_at IS NOT NULL,
(SELECT m.role FROM communities_membership m
  WHERE m.person_id = %(me)s AND m.community_id = h.community_id AND m.accepted_rules >= c.rules_version),
{_MINE},
EXISTS (SELECT 1 FROM posts_threadfollow f
  WHERE f.thread_id = COALESCE(p.thread_id, p.id) AND f.person_id = %(me)s AND f.is_following)
"""  # noqa: S608 - our own words
# The same for the replies of a thread that is known already: what they share with it is not asked again for each.
REPLY_COLUMNS = f"""{_OWN},
CAST(%(is_locked)s AS boolean), CAST(%(no)s AS boolean), CAST(%(storyline_of)s AS bigint),
CAST(%(community_kind)s AS text), CAST(%(is_archived)s AS boolean), CAST(%(role)s AS text),
{_MINE}, CAST(%(follows)s AS boolean)
"""
JOINS = "JOIN posts_home h ON h.id = p.home_id LEFT JOIN communities_community c ON c.id = h.community_id"


def read_lines(actor: Actor, sql: str, values: Mapping[str, Any]) -> list[Line]:
    """The lines of a statement that selects ``COLUMNS`` and keeps to what the actor may see. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(sql, {**values, "me": actor.person_id})
        rows = cursor.fetchall()
    return [Line._make(row) for row in rows]


def lines_of(actor: Actor, ids: Sequence[int]) -> list[Line]:
    """The lines of posts that the actor was found to see, in the order given. One statement."""
    if not ids:
        return []
    places = {f"i{n}": identifier for n, identifier in enumerate(ids)}
    listed = ", ".join(f"%({name})s" for name in places)
    sql = f"SELECT {COLUMNS} FROM posts_post p {JOINS} WHERE p.id IN ({listed})"  # noqa: S608 - names of places
    found = {line.id: line for line in read_lines(actor, sql, places)}
    return [found[identifier] for identifier in ids if identifier in found]
