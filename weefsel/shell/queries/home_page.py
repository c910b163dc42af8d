"""One's own home page: what is new since last time, the place where one stopped reading, and an end."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from weefsel.communities.queries.my_communities import MyCommunity
from weefsel.kernel.actor import Actor
from weefsel.posts.queries.feed import Feed, count_new, feed
from weefsel.posts.queries.fragments import FEED, fragments, is_new


@dataclass(frozen=True, slots=True)
class HomePage:
    """A page of the feed, parted where one stopped reading.

    ``new_count`` is how many are new from here on; ``beyond``, at most 100, how many of them are not on this page.
    ``earlier`` is the cursor of the next page. ``newest_id`` is what "I have read this" marks.
    """

    new: Sequence[SafeString]
    read: Sequence[SafeString]
    new_count: int
    beyond: int
    newest_id: int
    earlier: str
    communities: Sequence[MyCommunity]


def home_page(actor: Actor, *, seen_id: int | None, before: int = 0, until_id: int = 0) -> HomePage:
    """The newest twenty thread starts of my homes older than ``before``; ``seen_id`` is how far one has read.

    Two statements, and those of cards that are not kept; one more while there may be new ones beyond this page.
    ``until_id`` is the newest one of the first page, when this is a later one.
    """
    page = feed(actor, before=before)
    drawn = fragments(actor, page.lines, FEED, seen_id=seen_id)
    border = _border(page, seen_id)
    shown = [line for line in page.lines if line.id in drawn]
    fresh = sum(is_new(actor, line, seen_id) for line in shown)
    beyond = 0
    if seen_id is not None and page.has_earlier and border == len(page.lines):
        beyond = count_new(actor, homes=page.homes, seen_id=seen_id, before=page.lines[-1].id)
    return HomePage(
        new=[drawn[line.id] for line in page.lines[:border] if line.id in drawn],
        read=[drawn[line.id] for line in page.lines[border:] if line.id in drawn],
        new_count=fresh + beyond,
        beyond=beyond,
        newest_id=until_id or page.newest_id,
        earlier=str(page.lines[-1].id) if page.has_earlier else "",
        communities=[place for home in page.homes if (place := home.place) is not None],
    )


def _border(page: Feed, seen_id: int | None) -> int:
    """The number of lines above the place where one stopped reading; all are below it for who has no mark yet."""
    if seen_id is None:
        return 0
    return sum(line.id > seen_id for line in page.lines)
