"""Every wording of a post, the newest first, with what changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models.functions import Lower
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from weefsel.communities.rules import visible_people
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import NotFound
from weefsel.people.models import Person
from weefsel.posts.differences import marked
from weefsel.posts.markdown import read, without_calls
from weefsel.posts.models import PostVersion
from weefsel.posts.queries.cards import cards_of
from weefsel.posts.rules import seen_post


@dataclass(frozen=True, slots=True)
class Wording:
    """What a post said from ``at`` on, and how that differs from the wording before."""

    number: int
    at: datetime
    title: SafeString
    body: SafeString


@dataclass(frozen=True, slots=True)
class History:
    """The wordings of a post, the newest first."""

    post_id: int
    thread_id: int
    author: str
    wordings: Sequence[Wording]


def history(actor: Actor, *, post_id: int) -> History:
    """Every wording of a post, for whoever may read it. Raises ``NotFound``, also for what was taken away.

    Outsiders do not meet names of people whom they may not see. Two statements and those of its card; for outsiders two
    more.
    """
    post = seen_post(actor, post_id)
    if post.deleted_at is not None:
        raise NotFound(_("This post does not exist, or is not for you to read."))
    versions = list(PostVersion.objects.filter(post=post).order_by("number"))
    starts = [post.published_at, *(version.replaced_at for version in versions)]
    titles = [*(version.title for version in versions), post.title]
    bodies = _for_reader(actor, [*(version.body for version in versions), post.body])
    wordings = [
        Wording(number, at, _changed(titles, number), _changed(bodies, number)) for number, at in enumerate(starts)
    ]
    author = cards_of(actor, [post.pk])[post.pk].author
    return History(post.pk, post.thread_id or post.pk, author.name, wordings[::-1])


def _changed(texts: Sequence[str], number: int) -> SafeString:
    return marked(texts[number - 1] if number else texts[0], texts[number])


def _for_reader(actor: Actor, bodies: Sequence[str]) -> Sequence[str]:
    if actor.is_employee:
        return bodies
    called = {call for body in bodies for call in read(body).calls}
    people = Person.objects.alias(key=Lower("handle")).filter(key__in=called)
    unseen = people.exclude(pk__in=Person.objects.filter(visible_people(actor)).values("pk"))
    hidden = {handle.casefold() for handle in unseen.values_list("handle", flat=True)}
    return [without_calls(body, hidden) for body in bodies]
