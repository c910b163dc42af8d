from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.posts.markdown import draw, read
from weefsel.posts.models import Mention, Post, Reaction
from weefsel.posts.queries.named import named_before
from weefsel.posts.rules import may_refresh_cards
from weefsel.posts.terms import RENDERER_VERSION

BATCH = 200


def refresh_cards(actor: Actor, *, person_id: int | None = None, community_id: int = 0, after: int = 0) -> int | None:
    """Raise the version of the next cards that show a person or a community, and draw again the texts that name them.

    Returns the id after which the following batch begins, nothing when this was the last. Upkeep alone may ask for it.
    Safe to run twice. Nine statements at most, and one for each text that names them; the texts are drawn before the
    transaction begins.
    """
    require(may_refresh_cards(actor), _("Only upkeep does this."))
    named = Mention.objects.filter(post_id__gt=after)
    if person_id is not None:
        named = named.filter(person_id=person_id)
        shown = _shown_for_person(person_id, after)
    else:
        named = named.filter(community_id=community_id)
        shown = list(_first(Post.objects.filter(home__community_id=community_id, pk__gt=after), "pk"))
    calling = list(_first(named, "post_id"))
    ids = sorted({*shown, *calling})[:BATCH]
    _show_anew(ids, _drawn_again(actor, [post_id for post_id in calling if post_id in set(ids)]))
    return ids[-1] if len(ids) == BATCH else None


def _first(rows: QuerySet[Any], column: str) -> Iterable[int]:
    return rows.order_by(column).values_list(column, flat=True)[:BATCH]


def _shown_for_person(person_id: int, after: int) -> list[int]:
    return [
        *_first(Post.objects.filter(author_id=person_id, pk__gt=after), "pk"),
        *_first(Reaction.objects.filter(person_id=person_id, post_id__gt=after), "post_id"),
    ]


def _drawn_again(actor: Actor, post_ids: list[int]) -> list[tuple[int, int, str]]:
    """Id, number of the edit and HTML of each text."""
    if not post_ids:
        return []
    names = named_before(actor, post_ids=post_ids)
    bodies = Post.objects.filter(pk__in=post_ids, deleted_at=None).values_list("pk", "edit_number", "body")
    return [(pk, edit_number, draw(read(body), names[pk]).html) for pk, edit_number, body in bodies if pk in names]


@transaction.atomic
def _show_anew(ids: list[int], drawn: list[tuple[int, int, str]]) -> None:
    for pk, edit_number, html in drawn:  # not over what was edited meanwhile
        Post.objects.filter(pk=pk, edit_number=edit_number).update(html=html, renderer=RENDERER_VERSION)
    if ids:
        threads = Post.objects.filter(pk__in=ids, thread__isnull=False).values_list("thread_id", flat=True)
        Post.objects.filter(Q(pk__in=ids) | Q(pk__in=list(threads))).update(version=F("version") + 1)
