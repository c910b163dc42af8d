from collections.abc import Callable

import pytest
from django.test import Client

from weefsel.people.models import Person
from weefsel.posts.commands.react import react
from weefsel.posts.queries.reactions import reactions_of
from weefsel.posts.testing import actor_of_person, make_post
from weefsel.posts.tests.test_thread import browser
from weefsel.posts.tests.world import World

__all__ = ["browser"]

pytestmark = pytest.mark.django_db


def test_who_reacted_stands_there_by_name(world: World, browser: Callable[[Person], Client]) -> None:
    post = make_post(world.ann)
    react(actor_of_person(world.bob), post_id=post.pk, kind="thanks")
    page = browser(world.ann).get(f"/posts/{post.pk}/reactions/").content.decode()
    assert page.index("Thanks</h2>") < page.rindex("Bob")
    assert 'name="kind" value="support"' in page


def test_a_script_gets_the_five_buttons_alone(world: World, browser: Callable[[Person], Client]) -> None:
    post = make_post(world.ann)
    react(actor_of_person(world.bob), post_id=post.pk, kind="like")
    row = browser(world.bob).get(f"/posts/{post.pk}/reactions/", headers={"HX-Request": "true"}).content.decode()
    assert row.count("<button") == 5
    assert 'value="" aria-pressed="true"' in row
    assert "<html" not in row


def test_what_one_may_not_read_has_no_reactions(world: World, browser: Callable[[Person], Client]) -> None:
    post = make_post(world.ann, world.community(world.ann, kind="hidden"))
    assert browser(world.bob).get(f"/posts/{post.pk}/reactions/").status_code == 404


def test_outside_people_are_named_only_where_the_rules_show_members(world: World) -> None:
    place = world.shared(world.ann, world.cleo, shows_members=False)
    post = make_post(world.ann, place)
    for person in (world.ann, world.cleo):
        react(actor_of_person(person), post_id=post.pk, kind="like")
    [group] = reactions_of(actor_of_person(world.cleo), post.pk).groups
    assert ([who.name for who in group.people], group.others) == (["Cleo"], "and one other")
    [group] = reactions_of(actor_of_person(world.ann), post.pk).groups
    assert [who.name for who in group.people] == ["Ann", "Cleo"]
