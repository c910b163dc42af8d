"""Who stands behind a sign-in session, in one statement; and with one more column, whether there is anything new.

A named exception to the floors (docs/decisions/0003-session-statement.md): it joins what identity, people, posts and
notices own, because every page begins with it.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

from django.db import connection

from weefsel.identity.terms import LAST_SEEN_STEP
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor, Door, Eye, Role
from weefsel.posts.queries.homes import IDS_OF_HOMES, LATEST


@dataclass(frozen=True, slots=True)
class Visit:
    """A proven sign-in session: its actor, and what the frame shows of the person.

    ``seen_at`` is empty for who has never marked their home as read. ``newest_id`` is read for the tag alone;
    ``is_stale`` says that its last use was noted long ago.
    """

    actor: Actor
    theme: str
    handle: str
    name: str
    is_welcomed: bool
    seen_id: int
    has_open_notices: bool
    seen_at: datetime | None = None
    newest_id: int = 0
    is_stale: bool = False

    @property
    def tag(self) -> str:
        """The tag of "anything new?": what is newest for this eye, how far one has read, whether notices wait."""
        return f'W/"{self.newest_id:x}-{self.seen_id:x}-{int(self.has_open_notices)}"'


_STATEMENT = """
SELECT a.id, a.language, a.time_zone, a.theme, person.id, person.name, person.handle, person.organisation_id, o.kind,
       person.welcomed_at, mark.seen_id, mark.seen_at,
       EXISTS (SELECT 1 FROM notices_notice n WHERE n.person_id = person.id AND n.done_at IS NULL),
       (SELECT {joined} FROM identity_networkrole r WHERE r.account_id = a.id), s.last_seen_at < %(stale)s, {newest}
FROM identity_session s
JOIN identity_account a ON a.id = s.account_id AND a.is_active AND a.auth_version = s.auth_version
JOIN people_person person ON person.account_id = a.id AND person.left_on IS NULL
JOIN people_organisation o ON o.id = person.organisation_id
LEFT JOIN posts_seenmark mark ON mark.person_id = person.id
WHERE s.session_key = %(key)s AND s.expire_date > %(now)s
"""
_NEWEST = """CASE WHEN o.kind = 'home'
       THEN (SELECT max(home.{inside}) FROM posts_home home WHERE home.id IN ({inside_ids}))
       ELSE (SELECT max(home.{outside}) FROM posts_home home WHERE home.id IN ({outside_ids})) END"""


def read_visit(session_key: str) -> Visit | None:
    """The visit behind a session key; nothing for an unknown, expired or revoked one. One statement."""
    return _read(_statement(connection.vendor, with_tag=False), session_key)


def read_tag(session_key: str) -> Visit | None:
    """The same with the newest thread start of all one's homes, for the tag. One statement."""
    return _read(_statement(connection.vendor, with_tag=True), session_key)


@cache
def _statement(vendor: str, *, with_tag: bool) -> str:
    newest = _NEWEST.format(
        inside=LATEST[Eye.INSIDE],
        outside=LATEST[Eye.OUTSIDE],
        inside_ids=IDS_OF_HOMES[Eye.INSIDE].replace("%(me)s", "person.id"),
        outside_ids=IDS_OF_HOMES[Eye.OUTSIDE].replace("%(me)s", "person.id"),
    )
    joined = "group_concat(r.role)" if vendor == "sqlite" else "string_agg(r.role, ',')"
    return _STATEMENT.format(joined=joined, newest=newest if with_tag else "0")


def _read(statement: str, session_key: str) -> Visit | None:
    now = clock.now()
    moments = {"now": now, "stale": now - LAST_SEEN_STEP}
    adapted = {name: connection.ops.adapt_datetimefield_value(moment) for name, moment in moments.items()}
    with connection.cursor() as cursor:
        cursor.execute(statement, {"key": session_key, **adapted})
        row = cursor.fetchone()
    return _visit(row) if row else None


def _visit(row: tuple[Any, ...]) -> Visit:
    account, language, zone, theme, person, name, handle, organisation, kind, *rest = row
    welcomed_at, seen_id, seen_at, has_notices, roles, is_stale, newest_id = rest
    actor = Actor(
        door=Door.WEB,
        account_id=account,
        person_id=person,
        organisation_id=organisation,
        is_employee=kind == "home",
        roles=frozenset(Role(role) for role in (roles or "").split(",") if role),
        language=language,
        time_zone=zone,
        name=name,
    )
    return Visit(
        actor,
        theme,
        handle,
        name,
        is_welcomed=welcomed_at is not None,
        seen_id=seen_id or 0,
        has_open_notices=bool(has_notices),
        seen_at=_moment(seen_at),
        newest_id=newest_id or 0,
        is_stale=bool(is_stale),
    )


def _moment(value: Any) -> datetime | None:
    """SQLite gives a time as text where no field converts it."""
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    return moment if moment is None or moment.tzinfo else moment.replace(tzinfo=UTC)
