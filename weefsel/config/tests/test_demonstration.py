"""The demonstration organisation comes in whole, through the commands of the product."""

from datetime import date

import pytest

from weefsel.communities.models import Community, JoinRequest, Membership
from weefsel.config.demo.faces import FACES, NEWCOMER
from weefsel.config.demo.load import load_demonstration
from weefsel.people.models import Follow, Person, UnitClosure
from weefsel.posts.models import Mention, Post

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded() -> dict[str, int]:
    return load_demonstration(date(2026, 11, 24))


def test_lindewever_comes_in_whole(loaded: dict[str, int]) -> None:
    assert loaded == {"people": 167, "communities": 16, "posts": 699, "requests": 2}
    assert Post.objects.filter(thread=None).count() == 193
    assert not Post.objects.filter(body="").exists()
    assert UnitClosure.objects.filter(depth=0).count() > 20
    assert Person.objects.get(handle="jonas-deprez").layer == 3
    assert JoinRequest.objects.filter(outcome="open").count() == 2
    assert Mention.objects.filter(person__handle="aylin-demir").exists()


def test_outsiders_are_in_shared_communities_alone_with_the_rules_accepted(loaded: dict[str, int]) -> None:
    outside = Membership.objects.exclude(person__organisation__kind="home").select_related("community")
    assert outside.exists()
    for membership in outside:
        assert membership.community.is_shared
        assert membership.accepted_rules >= membership.community.rules_version
    assert set(Community.objects.filter(is_shared=True).values_list("rules_version", flat=True)) == {1}


def test_what_stands_in_internal_places_is_inside_only(loaded: dict[str, int]) -> None:
    assert not Post.objects.filter(inside_only=False, home__community__is_shared=False).exists()
    assert not Post.objects.filter(inside_only=False, home__community=None).exists()
    assert Post.objects.filter(inside_only=False, home__community__is_shared=True).exists()


def test_the_door_offers_people_who_can_sign_in_and_find_something_new(loaded: dict[str, int]) -> None:
    handles = [handle for handle, _sentence in FACES]
    people = list(Person.objects.filter(handle__in=handles, account__isnull=False))
    assert len(people) == len(handles)
    assert [p.handle for p in people if p.welcomed_at is None] == [NEWCOMER]
    assert Follow.objects.exists()
    newest = Post.objects.order_by("-id").values_list("id", flat=True)[0]
    assert all(p.seen_mark.seen_id < newest for p in people if p.handle != NEWCOMER)
