"""Other finite lists of posts, in pages of twenty, newest first, drawn by the same cards."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.safestring import SafeString

from weefsel.kernel.actor import Actor
from weefsel.kernel.paging import PAGE_SIZE, Page
from weefsel.kernel.topics import topic_form
from weefsel.posts.models import Post, Saved
from weefsel.posts.queries.fragments import FEED, REPLY, fragments
from weefsel.posts.queries.lines import lines_of
from weefsel.posts.rules import person_of, visible_posts

MOST_PINNED = 5


@dataclass(frozen=True, slots=True)
class _Ids:
    ids: Sequence[int]
    next_cursor: str


@dataclass(frozen=True, slots=True)
class HomeFeed:
    """A page of one home: what is pinned (on the first page), the other threads, and the cursor of earlier ones."""

    pinned: Sequence[SafeString]
    rows: Sequence[SafeString]
    next_cursor: str


def feed_of_home(actor: Actor, home_id: int, before: int = 0) -> HomeFeed:
    """The thread starts of one home, as finished HTML, the newest pin first and at most five.

    Three statements, and those of cards that are not kept.
    """
    starts = Post.objects.filter(home=home_id, thread=None, deleted_at=None)
    newest_pins = starts.filter(visible_posts(actor), pin__home=home_id).order_by("-pin__at", "-pk")
    pins = list(newest_pins.values_list("pk", flat=True)[:MOST_PINNED])
    page = _page_of(actor, starts.exclude(pk__in=pins), before)
    shown_pins = [] if before else pins
    drawn = fragments(actor, lines_of(actor, [*shown_pins, *page.ids]), FEED)
    return HomeFeed(
        pinned=[drawn[pk] for pk in shown_pins if pk in drawn],
        rows=[drawn[pk] for pk in page.ids if pk in drawn],
        next_cursor=page.next_cursor,
    )


def posts_by(actor: Actor, person_id: int, before: int = 0) -> Page[SafeString]:
    """The thread starts that a person wrote and the actor may read. Two statements, and those of missing cards."""
    return _starts(actor, Post.objects.filter(author=person_id, thread=None, deleted_at=None), before)


def feed_of_topic(actor: Actor, name: str, before: int = 0) -> Page[SafeString]:
    """Posts and replies with a topic that the actor may read. Two statements, and those of missing cards."""
    has_topic = Post.objects.filter(topics__topic__name=topic_form(name), deleted_at=None)
    return _mixed(actor, has_topic, before)


def saved_posts(actor: Actor, before: int = 0) -> Page[SafeString]:
    """What the actor saved and may still read, the newest post first. Two statements, and those of missing cards."""
    mine = Saved.objects.filter(person=person_of(actor)).values("post_id")
    return _mixed(actor, Post.objects.filter(pk__in=mine, deleted_at=None), before)


def _page_of(actor: Actor, posts: "QuerySet[Post]", before: int) -> _Ids:
    seen = posts.filter(visible_posts(actor))
    if before:
        seen = seen.filter(pk__lt=before)
    ids = list(seen.order_by("-pk").values_list("pk", flat=True)[: PAGE_SIZE + 1])
    shown = ids[:PAGE_SIZE]
    return _Ids(shown, str(shown[-1]) if len(ids) > PAGE_SIZE else "")


def _starts(actor: Actor, posts: "QuerySet[Post]", before: int) -> Page[SafeString]:
    page = _page_of(actor, posts, before)
    return Page(list(fragments(actor, lines_of(actor, page.ids), FEED).values()), page.next_cursor)


def _mixed(actor: Actor, posts: "QuerySet[Post]", before: int) -> Page[SafeString]:
    page = _page_of(actor, posts, before)
    lines = lines_of(actor, page.ids)
    starts = [line for line in lines if line.thread_id is None]
    replies = [line for line in lines if line.thread_id is not None]
    drawn = fragments(actor, starts, FEED) | fragments(actor, replies, REPLY)
    return Page([drawn[line.id] for line in lines if line.id in drawn], page.next_cursor)
