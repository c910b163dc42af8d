import re

import pytest

from weefsel.communities.models import Membership
from weefsel.people.models import Person
from weefsel.posts.commands.react import react
from weefsel.posts.models import Post
from weefsel.posts.queries.fragments import FEED, REPLY, fragments
from weefsel.posts.queries.lines import lines_of
from weefsel.posts.testing import actor_of_person, make_post, make_reply
from weefsel.posts.tests.world import World

pytestmark = pytest.mark.django_db


def card(reader: Person, post: Post) -> str:
    actor = actor_of_person(reader)
    return str(fragments(actor, lines_of(actor, [post.pk]), FEED)[post.pk])


def test_a_placeholder_reads_as_the_person_it_stands_for(world: World) -> None:
    old = world.person("u123")
    post = make_post(old, world.community(old, world.bob))
    assert "U123" in card(world.bob, post)
    Person.objects.filter(pk=old.pk).update(kind="placeholder", stands_for=world.ann)
    Post.objects.filter(pk=post.pk).update(version=post.version + 1)
    assert "Ann" in card(world.bob, post)
    assert "U123" not in card(world.bob, post)


def test_people_from_outside_carry_their_organisation(world: World) -> None:
    place = world.shared(world.ann, world.cleo)
    post = make_post(world.cleo, place)
    html = card(world.ann, post)
    assert "is-outside" in html
    assert "Customer" in html
    assert 'data-audience="outside"' in html


def test_where_members_are_not_shown_an_outsider_reads_a_colleague_but_knows_oneself(world: World) -> None:
    other = world.person("dirk", world.customer)
    place = world.shared(world.ann, world.bob, world.cleo, other, shows_members=False)
    post = make_post(world.ann, place)
    make_reply(world.bob, post)
    make_reply(world.cleo, post)
    react(actor_of_person(world.bob), post_id=post.pk, kind="thanks")
    to_cleo, to_dirk, to_bob = card(world.cleo, post), card(other, post), card(world.bob, post)
    assert to_cleo == card(world.cleo, post)
    assert "Ann" in to_cleo  # who publishes for outsiders signs it
    assert "/people/ann/" not in to_cleo
    assert "Bob" not in to_cleo + to_dirk
    assert "Thanks from a colleague" in to_cleo
    assert "Cleo" in to_cleo
    assert "Cleo" not in to_dirk
    assert "Thanks from Bob" in to_bob
    assert "/people/cleo/" in to_bob


def test_who_leaves_a_community_is_no_longer_named_to_outsiders(world: World) -> None:
    place = world.shared(world.ann, world.bob, world.cleo)
    post = make_post(world.ann, place)
    make_reply(world.bob, post)
    assert "Bob" in card(world.cleo, post)
    Membership.objects.filter(person=world.bob).delete()
    assert "Bob" not in card(world.cleo, post)
    assert "Bob" in card(world.ann, post)


def test_more_than_two_replies_are_folded_and_named_in_words(world: World) -> None:
    post = make_post(world.ann)
    for number in range(4):
        make_reply(world.bob, post, f"Reply {number}.")
    html = card(world.bob, post)
    assert "Two earlier replies" in html
    assert [f"Reply {number}." in html for number in range(4)] == [False, False, True, True]


def test_reactions_are_names_never_numbers(world: World) -> None:
    post = make_post(world.ann)
    for number in range(5):
        react(actor_of_person(world.person(f"p{number}")), post_id=post.pk, kind="like")
    react(actor_of_person(world.bob), post_id=post.pk, kind="support")
    said = re.search(r'post-said">([^<]+)<', card(world.ann, post))
    assert said is not None
    assert said[1] == "Liked by P0, P1 and three others · Supported by Bob"


def test_a_sign_that_marks_slots_cannot_be_smuggled_in(world: World) -> None:
    post = make_post(world.ann, body="Plain.")
    Post.objects.filter(pk=post.pk).update(html="<p>\x1dmenu\x1d</p>", title="\x1dacts\x1d", version=99)
    Person.objects.filter(pk=world.ann.pk).update(name="A\x1dnew\x1dn")
    html = card(world.bob, post)
    assert html.count("post-menu") == 1
    assert html.count("post-acts") == 1


def test_a_reply_quotes_what_it_answers(world: World) -> None:
    start = make_post(world.ann)
    first = make_reply(world.ann, start, "It was the roller.")
    answer = make_reply(world.bob, start, "Are you sure?", reply_to=first)
    actor = actor_of_person(world.ann)
    html = fragments(actor, lines_of(actor, [answer.pk]), REPLY)[answer.pk]
    assert html.index("It was the roller.") < html.index("Are you sure?")
    assert f"/posts/{start.pk}/#post-{first.pk}" in html
