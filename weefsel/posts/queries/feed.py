"""The feed of one's own home page: thread starts of my homes, newest first, merged while reading.

Why the cut is right: with my homes sorted by their newest thread start, the newest twenty posts lie in the first twenty
homes, and none is older than the newest one of the twentieth. One file, two forms, held equal by a test:
both take the newest twenty of each home, by a lateral join or by a subquery for each.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from weefsel.kernel.actor import Actor
from weefsel.kernel.paging import PAGE_SIZE
from weefsel.posts.queries.homes import MyHome, my_homes
from weefsel.posts.queries.lines import COLUMNS, JOINS, Line, read_lines

MOST_COUNTED = 100


@dataclass(frozen=True, slots=True)
class Feed:
    """A page of the feed. ``newest_id`` is the newest thread start there is for this reader."""

    lines: Sequence[Line]
    homes: Sequence[MyHome]
    newest_id: int
    has_earlier: bool


def feed(actor: Actor, *, before: int = 0, is_cut: bool = True) -> Feed:
    """The newest twenty thread starts older than ``before`` (0: the newest there are). Two statements.

    Tombstones are left out. ``is_cut`` false asks without the cut, for the test that holds both equal.
    """
    homes = my_homes(actor)
    live = [home for home in homes if home.latest_id]
    cut = 0
    if is_cut and not before and len(live) > PAGE_SIZE:
        cut = live[PAGE_SIZE - 1].latest_id
    chosen = live[:PAGE_SIZE] if cut else live
    lines = _newest(actor, [home.id for home in chosen], before, cut, PAGE_SIZE + 1)
    return Feed(lines[:PAGE_SIZE], homes, live[0].latest_id if live else 0, _has_more(lines, live, cut))


def _has_more(lines: Sequence[Line], live: Sequence[MyHome], cut: int) -> bool:
    """The twenty-first row is older than the cut may reach, so beyond twenty homes there is always an earlier page."""
    return len(lines) > PAGE_SIZE or (cut > 0 and len(live) > PAGE_SIZE)


def count_new(actor: Actor, *, homes: Sequence[MyHome], seen_id: int, before: int = 0) -> int:
    """How many thread starts of others are newer than ``seen_id`` (and older than ``before``), at most 100.

    One statement, none when no home has anything newer.
    """
    ids = [home.id for home in homes if home.latest_id > seen_id]
    if not ids:
        return 0
    places = {f"h{n}": home for n, home in enumerate(ids)}
    older = "AND p.id < %(before)s" if before else ""
    sql = f"""SELECT count(*) FROM (SELECT 1 FROM posts_home mine CROSS JOIN posts_post p
        WHERE mine.id IN ({_listed(places)}) AND p.home_id = mine.id AND p.thread_id IS NULL AND p.deleted_at IS NULL
        AND p.id > %(seen)s AND p.author_id <> %(me)s {_of_eye(actor)} {older} LIMIT {MOST_COUNTED}) AS new"""  # noqa: S608 - names of places
    with connection.cursor() as cursor:
        cursor.execute(sql, {**places, "seen": seen_id, "me": actor.person_id, "before": before})
        return int(cursor.fetchone()[0])


def _newest(actor: Actor, homes: Sequence[int], before: int, cut: int, limit: int) -> list[Line]:
    if not homes:
        return []
    form = _on_postgresql if connection.vendor == "postgresql" else _on_sqlite
    sql, values = form(homes, _of_eye(actor) + (" AND p.id < %(before)s" if before else ""))
    return read_lines(actor, sql, {**values, "cut": cut, "before": before, "limit": limit})


def _of_eye(actor: Actor) -> str:
    return "" if actor.is_employee else "AND NOT p.inside_only"


def _listed(places: dict[str, int]) -> str:
    return ", ".join(f"%({name})s" for name in places)


def _on_sqlite(homes: Sequence[int], narrowing: str) -> tuple[str, dict[str, object]]:
    """Each home is left early at its limit. ``CROSS JOIN`` is SQLite's word for "the homes first"."""
    places = {f"h{n}": home for n, home in enumerate(homes)}
    sql = f"""SELECT {COLUMNS} FROM (
        SELECT newest.id FROM posts_home mine CROSS JOIN posts_post newest
        WHERE mine.id IN ({_listed(places)}) AND newest.id IN (
            SELECT p.id FROM posts_post p WHERE p.home_id = mine.id AND p.thread_id IS NULL AND p.deleted_at IS NULL
            AND p.id >= %(cut)s {narrowing} ORDER BY p.id DESC LIMIT %(limit)s
        ) ORDER BY newest.id DESC LIMIT %(limit)s
    ) newest JOIN posts_post p ON p.id = newest.id {JOINS} ORDER BY p.id DESC"""  # noqa: S608 - names of places
    return sql, dict(places)


def _on_postgresql(homes: Sequence[int], narrowing: str) -> tuple[str, dict[str, object]]:
    sql = f"""SELECT {COLUMNS} FROM (
        SELECT p.* FROM unnest(%(homes)s::bigint[]) AS mine(id) CROSS JOIN LATERAL (
            SELECT p.* FROM posts_post p WHERE p.home_id = mine.id AND p.thread_id IS NULL AND p.deleted_at IS NULL
            AND p.id >= %(cut)s {narrowing} ORDER BY p.id DESC LIMIT %(limit)s
        ) p ORDER BY p.id DESC LIMIT %(limit)s
    ) p {JOINS} ORDER BY p.id DESC"""  # noqa: S608 - names of places
    return sql, {"homes": list(homes)}
