"""A thread on its own page: the start, and its replies from the oldest on, two hundred a page."""

from dataclasses import dataclass

from django.db import connection
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import NotFound
from weefsel.posts.models import Post
from weefsel.posts.queries.fragments import HEAD, REPLY, fragments, run
from weefsel.posts.queries.lines import COLUMNS, JOINS, REPLY_COLUMNS, Line, read_lines
from weefsel.posts.rules import seen_post
from weefsel.posts.terms import THREAD_PAGE

LARGEST_ID = 2**63 - 1
_MORE = 10  # columns of a start beyond those of every line


@dataclass(frozen=True, slots=True)
class HomeFacts:
    """What the margin of a thread says of where it stands."""

    name: str
    url: str
    purpose: str
    is_community: bool


@dataclass(frozen=True, slots=True)
class Thread:
    """A page of a thread; ``replies`` is finished HTML.

    ``earlier_page`` and ``later_page`` are numbers of pages, 0 where there is none.
    """

    id: int
    home_id: int
    heading: str
    head: SafeString
    replies: bytes
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
    has_draft: bool

    @property
    def outline(self) -> "Outline":
        """What the page says around the posts."""
        return Outline(
            self.id,
            self.heading,
            self.home,
            self.is_outside,
            self.may_reply,
            self.is_locked,
            self.is_archived,
            self.is_deleted,
        )


@dataclass(frozen=True, slots=True)
class Outline:
    """A thread without its posts, by which parts of its page are kept."""

    id: int
    heading: str
    home: HomeFacts
    is_outside: bool
    may_reply: bool
    is_locked: bool
    is_archived: bool
    is_deleted: bool


@dataclass(frozen=True, slots=True)
class _Start:
    line: Line
    title: str
    author_name: str
    home: HomeFacts
    is_shared: bool
    has_draft: bool


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

    Two statements: the start with where it stands, and the replies. A drawing that is not kept costs those of
    ``cards_of`` once for the start and once for all replies that miss.
    """
    start = _start(actor, post_id)
    line = start.line
    if line.thread_id is not None:
        return None
    replies = _replies(actor, line, page)
    return Thread(
        id=line.id,
        home_id=line.home_id,
        heading=_heading(start),
        head=fragments(actor, [line], HEAD).get(line.id, SafeString("")),
        replies=run(actor, replies[:THREAD_PAGE], REPLY),
        reply_count=line.reply_count,
        page=page,
        earlier_page=page - 1,
        later_page=page + 1 if len(replies) > THREAD_PAGE else 0,
        home=start.home,
        inside_only=bool(line.inside_only),
        is_outside=start.is_shared and not line.inside_only,
        may_reply=line.may_take_part(actor) and not line.is_locked,
        is_locked=bool(line.is_locked),
        is_archived=bool(line.is_archived),
        is_deleted=bool(line.is_deleted),
        has_draft=start.has_draft,
    )


_COLUMNS_OF_START = """
p.title, COALESCE(stands_for.name, author.name), c.name, c.slug, c.purpose, c.is_shared,
EXISTS (SELECT 1 FROM posts_draft d WHERE d.person_id = %(me)s AND d.place = %(place)s),
owner.name, owner.handle, theirs.kind
"""
_JOINS_OF_START = """
JOIN people_person author ON author.id = p.author_id
LEFT JOIN people_person stands_for ON stands_for.id = author.stands_for_id
LEFT JOIN people_person owner ON owner.id = h.person_id
LEFT JOIN people_organisation theirs ON theirs.id = owner.organisation_id
"""


def _start(actor: Actor, post_id: int) -> _Start:
    """The post as its own page needs it. Raises ``NotFound``. One statement."""
    sql = f"""SELECT {COLUMNS}, {_COLUMNS_OF_START} FROM posts_post p {JOINS} {_JOINS_OF_START}
        WHERE p.id = %(post)s"""  # noqa: S608 - our own words
    with connection.cursor() as cursor:
        cursor.execute(sql, {"post": min(post_id, LARGEST_ID), "me": actor.person_id, "place": f"thread:{post_id}"})
        row = cursor.fetchone()
    if row is None or not Line._make(row[:-_MORE]).may_be_read(actor, is_home_storyline=row[-1] == "home"):
        raise NotFound(_("This post does not exist, or is not for you to read."))
    line = Line._make(row[:-_MORE])
    title, author, name, slug, purpose, is_shared, has_draft, owner, handle, _kind = row[-_MORE:]
    is_community = line.community_kind is not None
    home = (
        HomeFacts(name, f"/communities/{slug}/", purpose, is_community=True)
        if is_community
        else HomeFacts(owner, f"/people/{handle}/", "", is_community=False)
    )
    return _Start(line, title, author, home, bool(is_shared), bool(has_draft))


def _replies(actor: Actor, start: Line, page: int) -> list[Line]:
    """A page of replies that stand, and one more when another page follows. One statement."""
    narrowing = "" if actor.is_employee else "AND NOT p.inside_only"
    sql = f"""SELECT {REPLY_COLUMNS} FROM posts_post p WHERE p.thread_id = %(thread)s AND p.deleted_at IS NULL
        {narrowing} ORDER BY p.id LIMIT %(limit)s OFFSET %(offset)s"""  # noqa: S608 - our own words
    shared = {
        "is_locked": bool(start.is_locked),
        "no": False,
        "storyline_of": start.storyline_of,
        "community_kind": start.community_kind,
        "is_archived": bool(start.is_archived),
        "role": start.role,
        "follows": bool(start.follows),
    }
    offset = (page - 1) * THREAD_PAGE
    return read_lines(actor, sql, {**shared, "thread": start.id, "limit": THREAD_PAGE + 1, "offset": offset})


def _heading(start: _Start) -> str:
    """The title, or whose post this is; nothing of the words of one that was taken away."""
    if start.line.is_deleted:
        return _("A thread whose start was taken away")
    return start.title or _("Post by %(name)s") % {"name": start.author_name}
