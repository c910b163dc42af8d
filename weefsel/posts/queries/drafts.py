"""What somebody has begun to write, and where it belongs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.posts.models import Draft, Home, Post
from weefsel.posts.rules import person_of, readable_homes, visible_posts

MOST = 100
_EXCERPT = 400


@dataclass(frozen=True, slots=True)
class DraftCard:
    """A draft. ``url`` leads to the form where it goes on; it is empty when one does not read that place any more."""

    place: str
    where: str
    url: str
    title: str
    excerpt: str
    body: str
    updated_at: datetime


def drafts(actor: Actor) -> Sequence[DraftCard]:
    """One's own drafts, the newest first, at most a hundred. Three statements."""
    kept = list(Draft.objects.filter(person_id=person_of(actor)).order_by("-updated_at", "-pk")[:MOST])
    homes = _homes(actor, kept)
    posts = _posts(actor, kept)
    return [_card(draft, homes, posts) for draft in kept]


def _numbers(kept: Sequence[Draft], *kinds: str) -> list[int]:
    parts = [draft.place.partition(":") for draft in kept]
    return [int(number) for kind, _colon, number in parts if kind in kinds]


def _homes(actor: Actor, kept: Sequence[Draft]) -> Mapping[int, str]:
    rows = Home.objects.filter(readable_homes(actor), pk__in=_numbers(kept, "home"))
    return {pk: name or _("My storyline") for pk, name in rows.values_list("pk", "community__name")}


def _posts(actor: Actor, kept: Sequence[Draft]) -> Mapping[int, str]:
    rows = Post.objects.filter(visible_posts(actor), pk__in=_numbers(kept, "thread", "edit"))
    return dict(rows.values_list("pk", "title"))


def _card(draft: Draft, homes: Mapping[int, str], posts: Mapping[int, str]) -> DraftCard:
    kind, _colon, digits = draft.place.partition(":")
    number = int(digits)
    where, url = _("In a place that you can no longer read"), ""
    if kind == "home" and number in homes:
        where, url = homes[number], f"/posts/new/?home={number}"
    elif kind == "thread" and number in posts:
        where = _("Reply: %(title)s") % {"title": posts[number]} if posts[number] else _("Reply")
        url = f"/posts/{number}/#reply"
    elif kind == "edit" and number in posts:
        where, url = _("Edit of your post"), f"/posts/{number}/edit/"
    excerpt = Truncator(draft.body).chars(_EXCERPT)
    return DraftCard(draft.place, where, url, draft.title, excerpt, draft.body, draft.updated_at)
