"""What concerns the reader: finite, each with its reason."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import unescape

from django.db.models import QuerySet
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from weefsel.communities.rules import visible_people
from weefsel.communities.terms import RequestOutcome
from weefsel.kernel.actor import Actor
from weefsel.kernel.counting import capitalised
from weefsel.kernel.paging import PAGE_SIZE, Page
from weefsel.kernel.refusals import NotFound
from weefsel.kernel.seams.notice_kinds import notice_kinds
from weefsel.notices.models import Notice
from weefsel.notices.rules import is_settled, visible_notices
from weefsel.notices.terms import Kind
from weefsel.people.models import Person
from weefsel.posts.models import Post

EXCERPT = 160
_BLOCK_ENDS = re.compile(r"</(?:p|li|h\d|blockquote|pre|td|th)>|<br ?/?>")  # words of two blocks do not touch


@dataclass(frozen=True, slots=True)
class NoticeCard:
    """One notice: a sentence that leads somewhere, what was said, why one gets it, and when."""

    id: int
    kind: str
    icon: str
    sentence: str
    url: str
    said: str
    reason: str
    at: datetime
    by: str
    by_id: int
    by_is_outside: bool
    is_done: bool
    answer_label: str


def inbox(actor: Actor, *, is_done: bool = False, before: int = 0) -> Page[NoticeCard]:
    """The actor's open (or done) notices, the newest first, twenty on a page. One statement, from outside one more."""
    mine = Notice.objects.filter(visible_notices(actor), done_at__isnull=not is_done)
    if before:
        mine = mine.filter(pk__lt=before)
    rows = list(_with_things(mine).order_by("-pk")[: PAGE_SIZE + 1])
    shown = _shown(actor, rows)
    cards = [_card(actor, row, shown) for row in rows[:PAGE_SIZE]]
    return Page(cards, str(cards[-1].id) if len(rows) > PAGE_SIZE else "")


def notice_card(actor: Actor, notice_id: int) -> NoticeCard:
    """One notice, to draw it anew. Raises ``NotFound`` for what is not the actor's to see.

    One statement, from outside one more.
    """
    row = _with_things(Notice.objects.filter(visible_notices(actor), pk=notice_id)).first()
    if row is None:
        raise NotFound
    return _card(actor, row, _shown(actor, [row]))


def has_open_notices(actor: Actor) -> bool:
    """Whether something waits. It does not look whether each may still be shown: a daily job keeps that true.

    One statement by an index.
    """
    return Notice.objects.filter(person_id=actor.person_id or 0, done_at=None).exists()


def _with_things(notices: "QuerySet[Notice]") -> "QuerySet[Notice]":
    return notices.select_related(
        "by__organisation",
        "post__home__community",
        "post__home__person",
        "community",
        "join_request",
        "invitation",
    )


def _shown(actor: Actor, rows: Sequence[Notice]) -> frozenset[int]:
    """Who may be named: for colleagues everybody; from outside whom one sees. No statement inside, one outside."""
    people = {row.by_id for row in rows}
    if actor.is_employee or not people:
        return frozenset(people)
    return frozenset(Person.objects.filter(visible_people(actor), pk__in=people).values_list("pk", flat=True))


def _is_named(row: Notice, shown: frozenset[int]) -> bool:
    """Who starts a thread for outsiders or invites them signs it; who answers there does not."""
    return row.by_id in shown or row.post is None or row.post.thread_id is None


def _card(actor: Actor, row: Notice, shown: frozenset[int]) -> NoticeCard:
    kind = notice_kinds[row.kind]
    is_named = _is_named(row, shown)
    by = row.by.name if is_named else _("a colleague")
    return NoticeCard(
        id=row.pk,
        kind=row.kind,
        icon=kind.icon,
        sentence=capitalised(str(_sentence(row)) % {"by": by, "where": _where(actor, row)}),
        url=_url(row),
        said=_said(actor, row),
        reason=str(kind.reason),
        at=row.at,
        by=by,
        by_id=row.by_id if is_named else 0,
        by_is_outside=row.by.organisation.kind != "home",
        is_done=row.done_at is not None,
        answer_label=_answer_label(row),
    )


def _sentence(row: Notice) -> str:
    if row.kind == Kind.DECIDED and row.join_request is not None:
        if row.join_request.outcome == RequestOutcome.APPROVED:
            return _("%(by)s let you in: you are a member of %(where)s")
        return _("%(by)s declined your request to join %(where)s")
    return str(notice_kinds[row.kind].sentence)


def _where(actor: Actor, row: Notice) -> str:
    if row.community is not None:
        return row.community.name
    home = row.post.home if row.post else None
    if home is not None and home.community is not None:
        return home.community.name
    if home is not None and home.person is not None:
        if home.person_id == actor.person_id:
            return _("your storyline")
        return _("the storyline of %(name)s") % {"name": home.person.name}
    return ""


def _url(row: Notice) -> str:
    if row.post_id is not None:
        return f"/posts/{row.post_id}/"
    slug = row.community.slug if row.community else ""
    place = {Kind.ASKED: "requests/", Kind.TAKE_OVER: "members/"}.get(row.kind, "")
    return f"/communities/{slug}/{place}"


def _said(actor: Actor, row: Notice) -> str:
    """The first words. From outside nobody's: a text may name people whom its reader does not see."""
    if row.kind == Kind.ASKED and row.join_request is not None:
        return row.join_request.text
    if row.post is None or not actor.is_employee:
        return ""
    return _excerpt(row.post)


def _excerpt(post: Post) -> str:
    text = " ".join(unescape(strip_tags(_BLOCK_ENDS.sub(" ", post.html))).split())
    return text if len(text) <= EXCERPT else text[: EXCERPT - 1].rsplit(" ", 1)[0] + "…"


def _answer_label(row: Notice) -> str:
    if is_settled(row):
        return ""
    labels = {Kind.INVITED: _("Look and answer"), Kind.ASKED: _("Look and decide"), Kind.TAKE_OVER: _("Name an owner")}
    return labels.get(row.kind, "")
