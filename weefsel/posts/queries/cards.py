"""What stands on cards: posts with their author, home, reactions by name and last replies."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Count, F, OuterRef, Q, Subquery, Window
from django.db.models.functions import RowNumber
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor, Eye
from weefsel.kernel.seams.post_kinds import post_kinds
from weefsel.posts.markdown import for_eye, people_in
from weefsel.posts.models import Post, Reaction
from weefsel.posts.queries._people import Known, Who, clean, known_to, person_fields, who_of
from weefsel.posts.queries._words import NAMED, earlier_replies, reaction_sentence

LAST_REPLIES = 2


@dataclass(frozen=True, slots=True)
class Reply:
    """One of the last replies, folded under its thread start."""

    id: int
    author: Who
    published_at: datetime
    html: SafeString


@dataclass(frozen=True, slots=True)
class Card:
    """A post for one eye and language, whoever reads it. ``reactions`` and ``earlier`` are sentences, or empty."""

    id: int
    thread_id: int
    kind: str
    kind_label: str
    kind_icon: str
    title: str
    html: SafeString
    author: Who
    home_name: str
    home_url: str
    is_outside: bool
    published_at: datetime
    is_edited: bool
    is_deleted: bool
    is_locked: bool
    why_gone: str
    source_url: str
    reactions: str = ""
    earlier: str = ""
    replies: Sequence[Reply] = ()
    answers: Reply | None = None


_FIELDS = (
    "id", "thread_id", "kind", "title", "html", "home_id", "home__person_id", "home__community__name",
    "home__community__slug", "home__community__is_shared", "inside_only", "published_at", "edited_at", "deleted_at",
    "locked_at", "removed_because", "deleted_by_id", "reply_count", "source_url", "author_id", "reply_to_id",
    "thread__author_id",
)  # fmt: skip
_Row = Mapping[str, Any]


def cards_of(actor: Actor, ids: Sequence[int], *, with_replies: bool = False) -> dict[int, Card]:
    """The cards of posts that the actor was found to see, by id. ``with_replies`` folds the last two under each.

    Three statements for the inside, however many posts; for the outside one more, which says whom it may name.
    """
    rows = list(Post.objects.filter(pk__in=ids).values(*_FIELDS, *person_fields("author")))
    folded = _last_replies(actor, rows) if with_replies else _answered(actor, rows)
    given = _reactions(rows)
    homes = {row["id"]: row["home_id"] for row in rows}
    known = known_to(actor, _pairs(rows, folded, given))
    said = _reaction_sentences(given, homes, known)
    cards = {row["id"]: replace(_card(row, known), reactions=said.get(row["id"], "")) for row in rows}
    return _with_folded(cards, rows, folded, known, with_replies=with_replies)


def _card(row: _Row, known: Known) -> Card:
    kind = post_kinds.get(row["kind"])
    is_gone = row["deleted_at"] is not None
    own_thread = row["thread_id"] is None or row["author_id"] == row["thread__author_id"]
    name, url = _home(row)
    return Card(
        id=row["id"],
        thread_id=row["thread_id"] or row["id"],
        kind=row["kind"],
        kind_label=str(kind.label) if kind and kind.name != "update" else "",
        kind_icon=kind.icon if kind else "update",
        title="" if is_gone else clean(row["title"]),
        html=_html("" if is_gone else row["html"], known, row["home_id"]),
        author=who_of(row, "author", known, row["home_id"], is_author=own_thread),
        home_name=name,
        home_url=url,
        is_outside=not row["inside_only"] and bool(row["home__community__is_shared"]),
        published_at=row["published_at"],
        is_edited=row["edited_at"] is not None,
        is_deleted=is_gone,
        is_locked=row["locked_at"] is not None,
        why_gone=_why_gone(row) if is_gone else "",
        source_url=row["source_url"] if known.eye is Eye.INSIDE else "",
    )


def _home(row: _Row) -> tuple[str, str]:
    if row["home__person_id"] is not None:
        return _("Storyline"), ""
    return clean(row["home__community__name"]), f"/communities/{row['home__community__slug']}/"


def _html(html: str, known: Known, home_id: int) -> SafeString:
    shown = for_eye(html, known.eye, known.members.get(home_id, frozenset()))
    return mark_safe(clean(shown))  # noqa: S308 - cleaned when it was rendered (kernel.html)


def _why_gone(row: _Row) -> str:
    if row["removed_because"]:
        return _("This was taken away by a moderator: %(reason)s") % {"reason": clean(row["removed_because"])}
    return _("Who wrote this took it away. The replies stay.")


def _last_replies(actor: Actor, rows: Sequence[_Row]) -> list[_Row]:
    """The last two replies of each thread. One statement, none when no thread has a reply."""
    threads = [row["id"] for row in rows if row["thread_id"] is None and row["reply_count"]]
    if not threads:
        return []
    newest = Post.objects.filter(thread=OuterRef("thread"), deleted_at=None).order_by("-id").values("id")
    last = Q(id__gte=Subquery(newest[1:2])) | Q(id=Subquery(newest[:1]))
    replies = Post.objects.filter(last, thread__in=threads, deleted_at=None)
    if not actor.is_employee:
        replies = replies.filter(inside_only=False)
    found = replies.order_by("id").values("id", "thread_id", "home_id", "html", "published_at", "author_id",
                                          "thread__author_id", *person_fields("author"))  # fmt: skip
    return list(found)


def _answered(actor: Actor, rows: Sequence[_Row]) -> list[_Row]:
    """What replies answer to inside their thread. One statement, none when no reply quotes another."""
    wanted = {row["reply_to_id"] for row in rows if row["reply_to_id"]}
    if not wanted:
        return []
    quoted = Post.objects.filter(pk__in=wanted, deleted_at=None)
    if not actor.is_employee:
        quoted = quoted.filter(inside_only=False)
    found = quoted.values("id", "thread_id", "home_id", "html", "published_at", "author_id", "thread__author_id",
                          *person_fields("author"))  # fmt: skip
    return list(found)


def _reactions(rows: Sequence[_Row]) -> list[_Row]:
    """The first two of each kind on each post, with how many there are. One statement."""
    standing = [row["id"] for row in rows if row["deleted_at"] is None]
    if not standing:
        return []
    each = [F("post_id"), F("kind")]
    given = (
        Reaction.objects.filter(post__in=standing)
        .annotate(place=Window(RowNumber(), partition_by=each, order_by="id"))
        .annotate(total=Window(Count("id"), partition_by=each))
        .filter(place__lte=NAMED)
        .order_by("post_id", "place")
    )
    return list(given.values("post_id", "kind", "total", *person_fields("person")))


def _effective(row: _Row, path: str) -> int:
    identifier: int = row[f"{path}__stands_for__id"] or row[f"{path}__id"]
    return identifier


def _pairs(rows: Sequence[_Row], folded: Sequence[_Row], given: Sequence[_Row]) -> list[tuple[int, int]]:
    homes = {row["id"]: row["home_id"] for row in rows}
    authors = [(row["home_id"], _effective(row, "author")) for row in (*rows, *folded)]
    mentioned = [(row["home_id"], person) for row in (*rows, *folded) for person in people_in(row["html"])]
    return authors + mentioned + [(homes[row["post_id"]], _effective(row, "person")) for row in given]


def _reaction_sentences(given: Sequence[_Row], homes: Mapping[int, int], known: Known) -> dict[int, str]:
    names: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    totals: dict[tuple[int, str], int] = {}
    for row in given:
        who = who_of(row, "person", known, homes[row["post_id"]])
        named = names[row["post_id"]][row["kind"]]
        totals[row["post_id"], row["kind"]] = row["total"]
        if not who.hidden_id:
            named.append(who.name)
    return {
        post: reaction_sentence([(kind, people, totals[post, kind]) for kind, people in kinds.items()])
        for post, kinds in names.items()
    }


def _reply(row: _Row, known: Known) -> Reply:
    own_thread = row["author_id"] == row["thread__author_id"]
    author = who_of(row, "author", known, row["home_id"], is_author=own_thread or row["thread_id"] is None)
    return Reply(row["id"], author, row["published_at"], _html(row["html"], known, row["home_id"]))


def _with_folded(
    cards: dict[int, Card], rows: Sequence[_Row], folded: Sequence[_Row], known: Known, *, with_replies: bool
) -> dict[int, Card]:
    replies = [_reply(row, known) for row in folded]
    if not with_replies:
        quoted = {reply.id: reply for reply in replies}
        return {row["id"]: replace(cards[row["id"]], answers=quoted.get(row["reply_to_id"] or 0)) for row in rows}
    under: dict[int, list[Reply]] = defaultdict(list)
    for row, reply in zip(folded, replies, strict=True):
        under[row["thread_id"]].append(reply)
    return {
        row["id"]: replace(
            cards[row["id"]],
            replies=tuple(under[row["id"]]),
            earlier=earlier_replies(row["reply_count"] - len(under[row["id"]]))
            if row["reply_count"] > len(under[row["id"]]) and row["thread_id"] is None
            else "",
        )
        for row in rows
    }
