"""Who or what may be meant, while one types @ or #."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from weefsel.communities.models import Community
from weefsel.communities.rules import visible_communities, visible_people
from weefsel.kernel.actor import Actor
from weefsel.kernel.topics import topic_form
from weefsel.people.models import Person
from weefsel.people.names import search_words
from weefsel.people.terms import PersonKind
from weefsel.posts.models import Post, PostTopic, Topic
from weefsel.posts.rules import visible_posts

MOST = 8
MOST_COMMUNITIES = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What is put into the text, the words for it, and what tells it from others."""

    insert: str
    label: str
    detail: str = ""


def suggestions(actor: Actor, call: str) -> Sequence[Suggestion]:
    """At most eight people and communities for ``@…``, or topics for ``#…``, that the actor may see. Two statements."""
    sign, words = call[:1], call[1:]
    if sign == "#" and topic_form(words):
        return _topics(actor, topic_form(words))
    if sign == "@" and words.strip():
        communities = _communities(actor, words)
        return [*_people(actor, words, MOST - len(communities)), *communities]
    return []


def _people(actor: Actor, words: str, most: int) -> list[Suggestion]:
    named = Q()
    for word in search_words(words):
        named &= Q(search_name__startswith=word) | Q(search_name__contains=f" {word}")
    called = Q(handle__istartswith=words) | named if named else Q(handle__istartswith=words)
    here = Person.objects.filter(visible_people(actor), called, kind=PersonKind.ORDINARY, left_on=None)
    found = here.select_related("organisation", "unit").order_by("search_name", "pk")[:most]
    return [Suggestion(f"@{person.handle}", person.name, _detail(actor, person)) for person in found]


def _detail(actor: Actor, person: Person) -> str:
    if person.organisation.kind != "home":
        return person.organisation.name
    if not actor.is_employee:
        return person.job_title
    return ", ".join(part for part in (person.unit.name if person.unit else "", person.site) if part)


def _communities(actor: Actor, words: str) -> list[Suggestion]:
    named = Q(name__icontains=words.strip()) | Q(slug__startswith=words.casefold())
    found = Community.objects.filter(visible_communities(actor), named, archived_at=None)
    return [Suggestion(f"@{c.slug}", c.name, c.purpose) for c in found.order_by("name", "pk")[:MOST_COMMUNITIES]]


def _topics(actor: Actor, name: str) -> list[Suggestion]:
    seen = Post.objects.filter(visible_posts(actor), deleted_at=None).values("pk")
    uses = PostTopic.objects.filter(topic=OuterRef("pk"), post_id__in=seen)
    found = Topic.objects.filter(Exists(uses), name__startswith=name).order_by("name", "pk")[:MOST]
    return [Suggestion(f"#{topic.shown}", f"#{topic.shown}") for topic in found]
