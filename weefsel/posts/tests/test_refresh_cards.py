"""Whoever is renamed is shown by the new name; what was opened has a home."""

import pytest
from django.db import transaction

from weefsel.communities.events import CommunityChanged, CommunityOpened
from weefsel.communities.models import Community
from weefsel.kernel.actor import Power, acting_job
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import NotAllowed
from weefsel.kernel.testing import run_jobs
from weefsel.people.events import PeopleJoined, PersonChanged, PersonJoined
from weefsel.posts.commands import refresh_cards as room
from weefsel.posts.commands.react import react
from weefsel.posts.commands.refresh_cards import refresh_cards
from weefsel.posts.models import Home, Post
from weefsel.posts.testing import make_post, make_reply
from weefsel.posts.tests.world import World, acts


def versions() -> dict[int, int]:
    return dict(Post.objects.values_list("pk", "version"))


def tell(event: object) -> None:
    with transaction.atomic():
        announce(event)
    run_jobs()


def raised(event: object) -> set[int]:
    before = versions()
    tell(event)
    return {pk for pk, version in versions().items() if version > before[pk]}


def test_every_card_that_shows_a_person_is_drawn_anew(world: World) -> None:
    bob = world.bob
    other = make_post(world.ann)
    wrote, called = make_post(bob), make_post(world.ann, body="@bob")
    thread, liked = make_post(world.ann), make_post(world.ann)
    answer = make_reply(bob, thread)
    react(acts(bob), post_id=liked.pk, kind="like")
    bob.name = "Robert"
    bob.save(update_fields=["name"])
    assert raised(PersonChanged(bob.pk)) == {wrote.pk, called.pk, thread.pk, liked.pk, answer.pk}
    assert ">@Robert</a>" in Post.objects.get(pk=called.pk).html
    assert other.pk in versions()


def test_it_goes_on_in_batches(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "BATCH", 2)
    posts = {make_post(world.ann).pk for _each in range(5)} | {make_post(world.bob, body="@ann").pk for _each in "abc"}
    assert raised(PersonChanged(world.ann.pk)) == posts


def test_a_community_is_shown_by_its_new_name_and_no_more_when_hidden(world: World) -> None:
    place = world.community(world.ann)
    stands, names = make_post(world.ann, place), make_post(world.ann, body=f"@{place.slug}")
    Community.objects.filter(pk=place.pk).update(name="Renamed")
    assert raised(CommunityChanged(place.pk)) == {stands.pk, names.pk}
    assert ">@Renamed</a>" in Post.objects.get(pk=names.pk).html
    Community.objects.filter(pk=place.pk).update(kind="hidden")
    tell(CommunityChanged(place.pk))
    assert Post.objects.get(pk=names.pk).html == f"<p>@{place.slug}</p>\n"


def test_what_was_edited_meanwhile_is_not_drawn_over(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    post = make_post(world.bob, body="@ann")
    Post.objects.filter(pk=post.pk).update(html="new", edit_number=1)
    monkeypatch.setattr(room, "_drawn_again", lambda *_: [(post.pk, 0, "old")])
    refresh_cards(acting_job(Power.SWEEP), person_id=world.ann.pk)
    assert Post.objects.get().html == "new"


def test_nobody_but_upkeep_asks_for_it(world: World) -> None:
    with pytest.raises(NotAllowed):
        refresh_cards(acts(world.ann), person_id=world.ann.pk)


def test_what_opens_has_a_home_from_the_same_moment(world: World) -> None:
    place = Community.objects.create(slug="new", name="New", kind="open")
    dan, eve = world.person("dan"), world.person("eve", world.customer)
    with transaction.atomic():
        for _each in range(2):
            announce(CommunityOpened(place.pk))
            announce(PersonJoined(dan.pk))
            announce(PersonJoined(eve.pk))
            announce(PeopleJoined((dan.pk, eve.pk)))
        assert set(Home.objects.values_list("community_id", "person_id")) == {(place.pk, None), (None, dan.pk)}
