"""Makers of posts, for tests: they publish as somebody does."""

from itertools import count

from weefsel.communities.models import Community
from weefsel.kernel.actor import Actor
from weefsel.people.models import Person
from weefsel.posts.commands.publish_post import publish_post
from weefsel.posts.commands.reply import reply
from weefsel.posts.models import Home, Post
from weefsel.posts.terms import Kind

_numbers = count(1)


def actor_of_person(person: Person) -> Actor:
    """The person as they act: an employee when they belong to the home organisation and have not left."""
    return Actor(
        account_id=person.account_id,
        person_id=person.pk,
        organisation_id=person.organisation_id,
        is_employee=person.organisation.kind == "home" and person.left_on is None,
        name=person.name,
    )


def home_of(place: Community | Person) -> Home:
    """The home of a community, or a person's storyline; opened if need be."""
    if isinstance(place, Community):
        return Home.objects.get_or_create(community=place)[0]
    return Home.objects.get_or_create(person=place)[0]


def make_post(
    author: Person,
    place: Community | Person | None = None,
    body: str = "",
    *,
    kind: str = Kind.UPDATE,
    title: str = "",
    inside_only: bool = False,
) -> Post:
    """A thread start by ``author`` in a community or on a storyline, their own by default."""
    post_id = publish_post(
        actor_of_person(author),
        home_id=home_of(place or author).pk,
        body=body or f"Post number {next(_numbers)}.",
        kind=kind,
        title=title,
        inside_only=inside_only,
    )
    return Post.objects.get(pk=post_id)


def make_reply(author: Person, thread: Post, body: str = "", *, reply_to: Post | None = None) -> Post:
    """A reply by ``author`` in a thread."""
    reply_id = reply(
        actor_of_person(author),
        thread_id=thread.pk,
        body=body or f"Reply number {next(_numbers)}.",
        reply_to_id=reply_to.pk if reply_to else None,
    )
    return Post.objects.get(pk=reply_id)
