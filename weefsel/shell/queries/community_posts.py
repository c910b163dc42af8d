"""What stands in a community, for its page."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from weefsel.kernel.actor import Actor
from weefsel.posts.models import Home
from weefsel.posts.queries.listing import feed_of_home
from weefsel.posts.rules import may_publish_in, readable_homes


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
    feed = feed_of_home(actor, home.pk, before)
    return CommunityPosts(
        home_id=home.pk,
        may_write=may_publish_in(actor, home),
        pinned=feed.pinned,
        posts=feed.rows,
        earlier=feed.next_cursor,
    )
