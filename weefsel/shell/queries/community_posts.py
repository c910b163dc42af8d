"""What stands in a community, for its page."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from weefsel.kernel.actor import Actor
from weefsel.kernel.paging import PAGE_SIZE
from weefsel.posts.models import Home, Post
from weefsel.posts.queries.fragments import FEED, fragments
from weefsel.posts.queries.lines import lines_of
from weefsel.posts.rules import may_publish_in, readable_homes, visible_posts

MOST_PINNED = 5


@dataclass(frozen=True, slots=True)
class CommunityPosts:
    """The pinned threads (on the first page), twenty others, and the cursor of earlier ones."""

    home_id: int
    may_write: bool
    pinned: Sequence[SafeString]
    posts: Sequence[SafeString]
    earlier: str

    @property
    def write_url(self) -> str:
        return f"/posts/new/?home={self.home_id}"


def community_posts(actor: Actor, community_id: int, *, before: int = 0) -> CommunityPosts | None:
    """The threads of a community as finished HTML; nothing for who does not read there.

    Six statements, and those of cards that are not kept.
    """
    homes = Home.objects.select_related("community").filter(readable_homes(actor), community_id=community_id)
    home = homes.first()
    if home is None:
        return None
    seen = Post.objects.filter(visible_posts(actor), home=home, thread=None, deleted_at=None)
    newest_pins = seen.filter(pin__home=home).order_by("-pin__at", "-pk").values_list("pk", flat=True)
    pins = list(newest_pins[:MOST_PINNED])
    others = seen.exclude(pk__in=pins)
    if before:
        others = others.filter(pk__lt=before)
    ids = list(others.order_by("-pk").values_list("pk", flat=True)[: PAGE_SIZE + 1])
    shown_pins = [] if before else pins
    drawn = fragments(actor, lines_of(actor, [*shown_pins, *ids[:PAGE_SIZE]]), FEED)
    return CommunityPosts(
        home_id=home.pk,
        may_write=may_publish_in(actor, home),
        pinned=[drawn[pk] for pk in shown_pins if pk in drawn],
        posts=[drawn[pk] for pk in ids[:PAGE_SIZE] if pk in drawn],
        earlier=str(ids[PAGE_SIZE - 1]) if len(ids) > PAGE_SIZE else "",
    )
