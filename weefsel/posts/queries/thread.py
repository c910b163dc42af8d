"""A thread on its own page: the start, and its replies from the oldest on, two hundred a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import NotFound
from weefsel.posts.models import Post
from weefsel.posts.queries.fragments import HEAD, REPLY, fragments
from weefsel.posts.queries.lines import COLUMNS, JOINS, Line, lines_of, read_lines
from weefsel.posts.rules import seen_post
from weefsel.posts.terms import THREAD_PAGE


@dataclass(frozen=True, slots=True)
class HomeFacts:
    """What the margin of a thread says of where it stands."""

    name: str
    url: str
    purpose: str
    is_community: bool


@dataclass(frozen=True, slots=True)
class Thread:
    """A page of a thread. ``earlier_page`` and ``later_page`` are numbers of pages, 0 where there is none."""

    id: int
    home_id: int
    heading: str
    head: SafeString
    replies: Sequence[SafeString]
    reply_count: int
    page: int
    earlier_page: int
    later_page: int
    home: HomeFacts
    inside_only: bool
    is_outside: bool
    may_reply: bool
    is_locked: bool
    is_archived: bool
    is_deleted: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reply stands: its thread, and the page of it."""

    thread_id: int
    page: int


def place_of_reply(actor: Actor, post_id: int) -> Place | None:
    """Where a reply is to be read; nothing for a thread start. Raises ``NotFound``. One or two statements."""
    post = seen_post(actor, post_id)
    if post.thread_id is None:
        return None
    older = Post.objects.filter(thread=post.thread_id, deleted_at=None, pk__lt=post.pk).count()
    return Place(post.thread_id, older // THREAD_PAGE + 1)


def thread(actor: Actor, post_id: int, *, page: int = 1) -> Thread | None:
    """A page of the thread; nothing when ``post_id`` is a reply. Raises ``NotFound`` for what the actor may not see.

    Three statements: the start as the one rule lets it be seen, what the reader may do with it, and the replies. A
    drawing that is not kept costs those of ``cards_of`` once for the start and once for all replies that miss.
    """
    start = seen_post(actor, post_id)
    if start.thread_id is not None:
        return None
    lines = lines_of(actor, [start.pk])
    if not lines:
        raise NotFound(_("This post does not exist, or is not for you to read."))
    line = lines[0]
    replies = _replies(actor, start, page)
    shown = replies[:THREAD_PAGE]
    community = start.home.community
    gone = start.deleted_at is not None
    return Thread(
        id=start.pk,
        home_id=start.home_id,
        heading=_heading(start),
        head=fragments(actor, lines, HEAD).get(start.pk, SafeString("")),
        replies=list(fragments(actor, shown, REPLY).values()),
        reply_count=start.reply_count,
        page=page,
        earlier_page=page - 1,
        later_page=page + 1 if len(replies) > THREAD_PAGE else 0,
        home=_home_facts(start),
        inside_only=start.inside_only,
        is_outside=community is not None and community.is_shared and not start.inside_only,
        may_reply=line.may_take_part(actor) and not line.is_locked,
        is_locked=line.is_locked,
        is_archived=line.is_archived,
        is_deleted=gone,
    )


def _replies(actor: Actor, start: Post, page: int) -> list[Line]:
    """A page of replies that stand, and one more when another page follows. One statement."""
    narrowing = "" if actor.is_employee else "AND NOT p.inside_only"
    sql = f"""SELECT {COLUMNS} FROM posts_post p {JOINS} WHERE p.thread_id = %(thread)s AND p.deleted_at IS NULL
        {narrowing} ORDER BY p.id LIMIT %(limit)s OFFSET %(offset)s"""  # noqa: S608 - our own words
    offset = (page - 1) * THREAD_PAGE
    return read_lines(actor, sql, {"thread": start.pk, "limit": THREAD_PAGE + 1, "offset": offset})


def _heading(start: Post) -> str:
    """The title, or whose post this is; nothing of the words of one that was taken away."""
    if start.deleted_at is not None:
        return _("A thread whose start was taken away")
    stands_for = start.author.stands_for or start.author
    return start.title or _("Post by %(name)s") % {"name": stands_for.name}


def _home_facts(start: Post) -> HomeFacts:
    community, person = start.home.community, start.home.person
    if community is not None:
        return HomeFacts(community.name, f"/communities/{community.slug}/", community.purpose, is_community=True)
    assert person is not None
    return HomeFacts(person.name, f"/people/{person.handle}/", "", is_community=False)
