from itertools import pairwise

import pytest
from django.utils import translation

from weefsel.communities.testing import make_community, make_member
from weefsel.kernel.actor import Actor
from weefsel.kernel.testing import statements
from weefsel.people.models import Follow
from weefsel.posts.commands.delete_post import delete_post
from weefsel.posts.commands.react import react
from weefsel.posts.models import Home, Post
from weefsel.posts.queries.feed import count_new, feed
from weefsel.posts.queries.fragments import FEED, drawings, fragments
from weefsel.posts.queries.homes import my_homes
from weefsel.posts.queries.lines import lines_of
from weefsel.posts.rules import visible_posts
from weefsel.posts.testing import actor_of_person, make_post, make_reply
from weefsel.posts.tests.world import World

pytestmark = pytest.mark.django_db


def ids_of(actor: Actor, *, is_cut: bool = True) -> list[int]:
    return [line.id for line in feed(actor, is_cut=is_cut).lines]


def test_the_feed_has_my_communities_whom_i_follow_and_what_i_wrote_newest_first(world: World) -> None:
    marie, jonas, claire = world.person("marie"), world.person("jonas"), world.person("claire")
    mine, other = make_community(owner=jonas), make_community(owner=jonas)
    make_member(mine, marie)
    Follow.objects.create(follower=marie, followed=claire)
    wanted = [make_post(jonas, mine), make_post(claire), make_post(marie)]
    make_post(jonas, other)
    make_post(jonas)
    assert ids_of(actor_of_person(marie)) == [post.pk for post in reversed(wanted)]


def test_a_deleted_thread_start_is_not_in_the_feed_even_where_replies_stand(world: World) -> None:
    marie = world.person("marie")
    post = make_post(marie)
    make_reply(marie, post)
    delete_post(actor_of_person(marie), post_id=post.pk)
    assert ids_of(actor_of_person(marie)) == []


def test_leaving_a_community_acts_at_once(world: World) -> None:
    marie, jonas = world.person("marie"), world.person("jonas")
    place = make_community(owner=jonas)
    membership = make_member(place, marie)
    make_post(jonas, place)
    actor = actor_of_person(marie)
    assert len(ids_of(actor)) == 1
    membership.delete()
    assert ids_of(actor) == []


def test_somebody_from_outside_reads_neither_inside_only_posts_nor_storylines(world: World) -> None:
    firm, petra, jonas = world.customer, world.person("petra", world.customer), world.person("jonas")
    place = make_community(owner=jonas, shared_with=(firm,))
    make_member(place, petra)
    Follow.objects.create(follower=petra, followed=jonas)
    make_post(jonas)
    make_post(jonas, place, inside_only=True)
    shown = make_post(jonas, place)
    make_post(jonas, place, inside_only=True)
    actor = actor_of_person(petra)
    assert ids_of(actor) == [shown.pk]
    assert feed(actor).newest_id == shown.pk


def test_pages_of_twenty_follow_one_another_without_gap_and_end(world: World) -> None:
    marie = world.person("marie")
    posts = [make_post(marie).pk for _ in range(45)]
    actor = actor_of_person(marie)
    first = feed(actor)
    second = feed(actor, before=first.lines[-1].id)
    third = feed(actor, before=second.lines[-1].id)
    together = [line.id for page in (first, second, third) for line in page.lines]
    assert together == list(reversed(posts))
    assert (first.has_earlier, second.has_earlier, third.has_earlier) == (True, True, False)


def test_the_cut_through_many_homes_changes_nothing(world: World) -> None:
    marie, jonas = world.person("marie"), world.person("jonas")
    actor = actor_of_person(marie)
    places = [make_community(owner=jonas) for _ in range(25)]
    for number, place in enumerate(places):
        make_member(place, marie)
        for _ in range(1 + number % 3):
            make_post(jonas, place)
    assert ids_of(actor) == ids_of(actor, is_cut=False)
    assert len(ids_of(actor)) == 20
    assert feed(actor).has_earlier


def test_a_page_costs_two_statements_and_three_more_when_cards_are_not_kept(world: World) -> None:
    marie, jonas = world.person("marie"), world.person("jonas")
    place = make_community(owner=jonas)
    make_member(place, marie)
    for _ in range(3):
        make_reply(jonas, make_post(marie, place))
    react(actor_of_person(jonas), post_id=Post.objects.filter(thread=None).values_list("pk", flat=True)[0], kind="like")
    actor = actor_of_person(marie)
    drawings.clear()
    with statements() as cold:
        fragments(actor, feed(actor).lines, FEED)
    with statements() as hot:
        fragments(actor, feed(actor).lines, FEED)
    assert (cold.total, hot.total) == (5, 2), f"{cold}\n{hot}"


def test_what_is_new_counts_what_others_wrote_since(world: World) -> None:
    marie, jonas = world.person("marie"), world.person("jonas")
    place = make_community(owner=jonas)
    make_member(place, marie)
    seen = make_post(jonas, place)
    make_post(jonas, place)
    make_post(marie, place)
    actor = actor_of_person(marie)
    assert count_new(actor, homes=my_homes(actor), seen_id=seen.pk) == 1
    newest = feed(actor).newest_id
    with statements() as none:
        assert count_new(actor, homes=my_homes(actor), seen_id=newest) == 0
    assert none.total == 1


def test_feed_ids_are_posts_that_the_rule_shows(world: World) -> None:
    marie, jonas = world.person("marie"), world.person("jonas")
    for kind in ("open", "on_request", "invite_only", "hidden"):
        place = make_community(kind, owner=jonas)
        make_post(jonas, place)
        if kind != "hidden":
            make_member(place, marie)
    actor = actor_of_person(marie)
    shown = ids_of(actor)
    assert len(shown) == 3
    assert Post.objects.filter(visible_posts(actor), pk__in=shown).count() == 3
    assert all(newer > older for newer, older in pairwise(shown))


def test_the_newest_thread_start_of_each_home_is_the_one_that_stands(world: World) -> None:
    jonas = world.person("jonas")
    place = make_community(owner=jonas)
    kept, gone = make_post(jonas, place), make_post(jonas, place)
    delete_post(actor_of_person(jonas), post_id=gone.pk)
    assert Home.objects.get(community=place).latest_id == kept.pk


def test_a_card_says_who_where_who_can_read_it_and_what_was_answered(world: World) -> None:
    marie, jonas = world.person("marie"), world.person("jonas")
    place = make_community(owner=marie, name="Weaving together")
    post = make_post(marie, place, "Dock 3 is **open**.")
    make_reply(jonas, post, "Good.")
    react(actor_of_person(jonas), post_id=post.pk, kind="thanks")
    actor = actor_of_person(jonas)
    with translation.override("en"):
        html = fragments(actor, lines_of(actor, [post.pk]), FEED)[post.pk]
    assert f'data-post="{post.pk}" data-kind="update"' in html
    for words in ("Marie", "Weaving together", 'data-audience="inside"', "<strong>open</strong>",
                  "Thanks from Jonas", "Good.", 'aria-pressed="true"'):  # fmt: skip
        assert words in html
    assert "\x1d" not in html
