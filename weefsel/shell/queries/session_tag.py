"""Who stands behind a sign-in session, in one statement.

A named exception to the floors (docs/decisions/0003): it joins what identity, people, posts and notices own, because
every page begins with it.
"""

from dataclasses import dataclass

from django.db import connection

from weefsel.kernel import clock
from weefsel.kernel.actor import Actor, Door, Role


@dataclass(frozen=True, slots=True)
class Visit:
    """A proven sign-in session: its actor, and what the frame shows of the person."""

    actor: Actor
    theme: str
    handle: str
    name: str
    is_welcomed: bool
    seen_id: int
    has_open_notices: bool


_STATEMENT = """
SELECT a.id, a.language, a.time_zone, a.theme, p.id, p.name, p.handle, p.organisation_id, o.kind,
       p.welcomed_at, m.seen_id,
       EXISTS (SELECT 1 FROM notices_notice n WHERE n.person_id = p.id AND n.done_at IS NULL),
       (SELECT {concat} FROM identity_networkrole r WHERE r.account_id = a.id)
FROM identity_session s
JOIN identity_account a ON a.id = s.account_id AND a.is_active AND a.auth_version = s.auth_version
JOIN people_person p ON p.account_id = a.id AND p.left_on IS NULL
JOIN people_organisation o ON o.id = p.organisation_id
LEFT JOIN posts_seenmark m ON m.person_id = p.id
WHERE s.session_key = %s AND s.expire_date > %s
"""


def read_visit(session_key: str) -> Visit | None:
    """The visit behind a session key; nothing for an unknown, expired or revoked one. One statement."""
    concat = "group_concat(r.role)" if connection.vendor == "sqlite" else "string_agg(r.role, ',')"
    with connection.cursor() as cursor:
        cursor.execute(_STATEMENT.format(concat=concat), [session_key, clock.now()])
        row = cursor.fetchone()
    if row is None:
        return None
    account, language, zone, theme, person, name, handle, organisation, kind, welcomed, seen, notices, roles = row
    actor = Actor(
        door=Door.WEB,
        account_id=account,
        person_id=person,
        organisation_id=organisation,
        is_employee=kind == "home",
        roles=frozenset(Role(r) for r in (roles or "").split(",") if r),
        language=language,
        time_zone=zone,
        name=name,
    )
    return Visit(actor, theme, handle, name, welcomed is not None, seen or 0, bool(notices))
