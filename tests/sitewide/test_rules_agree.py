"""The list form and the question form of every rule about seeing agree, in generated worlds."""

import os

import pytest

from tests.sitewide.worlds import make_world
from weefsel.communities import rules as community_rules
from weefsel.communities.models import Community
from weefsel.kernel.actor import Actor
from weefsel.people.models import Person
from weefsel.posts import rules as post_rules
from weefsel.posts.models import Home, Post

WORLDS = 2000 if os.environ.get("LONG_TESTS") else 25

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("block", range(5))
def test_what_is_listed_is_what_may_be_seen(block: int) -> None:
    for number in range(WORLDS // 5):
        check_world(block * 100_000 + number)


def check_world(seed: int) -> None:
    world = make_world(seed)
    posts = Post.objects.select_related("home__community", "home__person__organisation")
    for actor in world.actors():
        where = f"world {seed}, person {actor.person_id}"
        listed = set(Community.objects.filter(community_rules.visible_communities(actor)))
        assert listed == {c for c in world.communities if community_rules.may_see_community(actor, c)}, where
        known = set(Community.objects.filter(community_rules.known_communities(actor)))
        assert known == {c for c in world.communities if community_rules.may_know_community(actor, c)}, where
        assert listed <= known, where
        people = set(Person.objects.filter(community_rules.visible_people(actor)))
        assert people == {p for p in world.people if community_rules.may_see_person(actor, p)}, where
        homes = set(Home.objects.filter(post_rules.readable_homes(actor)))
        assert homes == {h for h in world.homes if post_rules.may_read_home(actor, h)}, where
        seen = set(posts.filter(post_rules.visible_posts(actor)))
        assert seen == {p for p in posts if post_rules.may_see_post(actor, p)}, where
        for post in seen:
            assert_may_be_seen(actor, post, where)
    for thing in (Post, Home, Community, Person):
        thing.objects.all().delete()
    for organisation in world.organisations:
        organisation.delete()


def assert_may_be_seen(actor: Actor, post: Post, where: str) -> None:
    """The rule in words, written a third time and differently: product.md, 'Who sees what'."""
    assert actor.is_somebody, where
    community = post.home.community
    membership = community and community.memberships.filter(person_id=actor.person_id or 0).first()
    is_member = bool(community and membership and membership.accepted_rules >= community.rules_version)
    if actor.is_employee:
        assert community is None or community.kind in {"open", "on_request"} or is_member, where
    else:
        assert community is not None, where
        assert is_member, where
        assert not post.inside_only, where
