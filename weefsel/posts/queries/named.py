"""Whom the calls of a text mean, for its author."""

from collections.abc import Sequence

from django.db.models.functions import Lower

from weefsel.communities.models import Community
from weefsel.communities.rules import visible_communities, visible_people
from weefsel.kernel.actor import Actor
from weefsel.people.models import Person
from weefsel.posts.markdown import Called, Named, Reading
from weefsel.posts.models import Home, Mention, Post
from weefsel.posts.rules import is_seen_by_all_readers, may_refresh_cards


def named(actor: Actor, reading: Reading, *, home: Home, inside_only: bool) -> Named:
    """The people whom the author may see, and the communities that every reader of the post may see.

    A name that means a person does not mean a community. Two statements, none when nothing is called.
    """
    if not reading.calls:
        return Named()
    found = Person.objects.alias(key=Lower("handle")).filter(visible_people(actor), key__in=reading.calls)
    people = {p.handle.casefold(): _called_person(p) for p in found.only("id", "handle", "name")}
    left = [call for call in reading.calls if call not in people]
    if not left:
        return Named(people)
    slugs = Community.objects.filter(visible_communities(actor), slug__in=left)
    return Named(
        people,
        {c.slug: _called_community(c) for c in slugs if is_seen_by_all_readers(c, home, inside_only=inside_only)},
    )


def _called_person(person: Person) -> Called:
    return Called(person.pk, person.name, f"/people/{person.handle}/")


def _called_community(community: Community) -> Called:
    return Called(community.pk, community.name, f"/communities/{community.slug}/")


def named_before(actor: Actor, *, post_ids: Sequence[int]) -> dict[int, Named]:
    """Whom these posts named when they were written, by today's names, as far as every reader may see them still.

    For upkeep, which draws texts again; nobody else gets an answer. Two statements.
    """
    if not may_refresh_cards(actor):
        return {}
    posts = Post.objects.select_related("home__community").filter(pk__in=post_ids)
    people: dict[int, dict[str, Called]] = {post_id: {} for post_id in post_ids}
    communities: dict[int, dict[str, Called]] = {post_id: {} for post_id in post_ids}
    standing = {post.pk: post for post in posts}
    for mention in Mention.objects.select_related("person", "community").filter(post_id__in=post_ids):
        post = standing[mention.post_id]
        if mention.person is not None:
            people[post.pk][mention.person.handle.casefold()] = _called_person(mention.person)
        elif mention.community is not None and is_seen_by_all_readers(
            mention.community, post.home, inside_only=post.inside_only
        ):
            communities[post.pk][mention.community.slug] = _called_community(mention.community)
    return {post_id: Named(people[post_id], communities[post_id]) for post_id in standing}
