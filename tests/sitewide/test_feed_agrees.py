"""What is read often asks the rules of rows that it has already: here that is held equal to the rules themselves."""

import os
import re

import pytest

from tests.sitewide.worlds import World, make_world
from weefsel.communities.models import Membership
from weefsel.communities.rules import memberships_that_count, visible_people
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import NotFound
from weefsel.people.models import Follow, Person
from weefsel.posts import rules
from weefsel.posts.models import Home, Post
from weefsel.posts.queries import feed as feed_module
from weefsel.posts.queries import fragments as drawn
from weefsel.posts.queries.feed import feed
from weefsel.posts.queries.lines import lines_of
from weefsel.posts.queries.listing import feed_of_home, posts_by
from weefsel.posts.queries.thread import thread

WORLDS = 200 if os.environ.get("LONG_TESTS") else 8

pytestmark = pytest.mark.django_db


def readers(world: World) -> list[Actor]:
    return [actor for actor in world.actors() if actor.is_somebody]


def visible(actor: Actor) -> list[int]:
    return list(Post.objects.filter(rules.visible_posts(actor)).order_by("pk").values_list("pk", flat=True))


def homes_in_words(actor: Actor) -> set[int]:
    """One's homes, said in another way than the statement says it."""
    mine = Membership.objects.filter(memberships_that_count(actor)).values("community_id")
    homes = set(Home.objects.filter(community_id__in=mine).values_list("pk", flat=True))
    if actor.is_employee:
        followed = Follow.objects.filter(follower_id=actor.person_id or 0, followed__organisation__kind="home")
        people = [*followed.values_list("followed_id", flat=True), actor.person_id or 0]
        homes |= set(Home.objects.filter(person_id__in=people).values_list("pk", flat=True))
    return homes


@pytest.mark.parametrize("seed", range(WORLDS))
def test_the_feed_is_the_newest_that_the_rule_shows_with_and_without_the_cut(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = make_world(seed)
    for size in (2, 3, 20):
        monkeypatch.setattr(feed_module, "PAGE_SIZE", size)
        for actor in readers(world):
            starts = Post.objects.filter(
                rules.visible_posts(actor), home__in=homes_in_words(actor), thread=None, deleted_at=None
            )
            expected = list(starts.order_by("-pk").values_list("pk", flat=True))
            for is_cut in (True, False):
                page = feed(actor, is_cut=is_cut)
                assert [line.id for line in page.lines] == expected[:size], (seed, size, actor, is_cut)
                assert page.has_earlier == (len(expected) > size), (seed, size, actor, is_cut)
            assert feed(actor).newest_id == (expected[0] if expected else 0)
            if len(expected) > size:
                later = feed(actor, before=expected[size - 1])
                assert [line.id for line in later.lines] == expected[size : 2 * size], (seed, size, actor)


@pytest.mark.parametrize("seed", range(WORLDS))
def test_what_a_row_says_one_may_do_is_what_the_rules_say(seed: int) -> None:
    world = make_world(seed)
    for actor in readers(world):
        for line in lines_of(actor, [post.pk for post in world.posts]):
            post = Post.objects.select_related("home__community", "home__person__organisation").get(pk=line.id)
            where = f"world {seed}, person {actor.person_id}, post {post.pk}"
            owner = post.home.person
            is_home = owner is not None and owner.organisation.kind == "home"
            sees = rules.may_see_post(actor, post)
            assert line.may_be_read(actor, is_home_storyline=is_home) == sees, where
            assert line.may_moderate(actor) == rules.may_moderate(actor, post.home), where
            if sees:
                assert line.may_take_part(actor) == rules.may_react(actor, post), where
            assert_page_opens(actor, post, sees=sees, where=where)


def assert_page_opens(actor: Actor, post: Post, *, sees: bool, where: str) -> None:
    if not sees:
        with pytest.raises(NotFound, match="not for you"):
            thread(actor, post.pk)
        return
    page = thread(actor, post.pk)
    assert (page is None) == (post.thread_id is not None), where
    if page is not None:
        shown = {int(found) for found in re.findall(rb'data-post="(\d+)"', page.replies)}
        assert shown <= set(visible(actor)), where


def forget() -> None:
    for kept in (drawn.drawings, drawn._controls, drawn._runs):
        kept.clear()


def pages(actor: Actor) -> dict[tuple[str, int], str]:
    lines = lines_of(actor, visible(actor))
    starts = [line for line in lines if line.thread_id is None]
    replies = [line for line in lines if line.thread_id is not None]
    found: dict[tuple[str, int], str] = {}
    for shape, some in ((drawn.FEED, starts), (drawn.HEAD, starts), (drawn.REPLY, replies)):
        found |= {(shape.name, post): str(html) for post, html in drawn.fragments(actor, some, shape).items()}
    return found


@pytest.mark.parametrize("seed", range(WORLDS))
def test_a_kept_drawing_filled_for_a_reader_equals_one_drawn_for_them_alone(seed: int) -> None:
    world = make_world(seed)
    everybody = readers(world)
    alone = {}
    for actor in everybody:
        forget()
        alone[actor] = pages(actor)
    forget()
    for _ in range(2):  # the second time every drawing was made for somebody else
        for actor in everybody:
            assert pages(actor) == alone[actor], (seed, actor)
    forget()


@pytest.mark.parametrize("seed", range(WORLDS))
def test_a_card_names_to_outsiders_only_whom_they_may_meet_and_who_began_the_thread(seed: int) -> None:
    world = make_world(seed)
    forget()
    starts = dict(Post.objects.filter(thread=None).values_list("pk", "author__name"))
    thread_of = dict(Post.objects.exclude(thread=None).values_list("pk", "thread_id"))
    for actor in readers(world):
        if actor.is_employee:
            continue
        may_meet = set(Person.objects.filter(visible_people(actor)).values_list("name", flat=True))
        for (_shape, post), html in pages(actor).items():
            named = set(re.findall(r"Person \d", html))
            began = starts[thread_of.get(post, post)]
            assert named <= may_meet | {began, actor.name}, (seed, actor, post, named)
            for handle in re.findall(r'href="/people/([^/]+)/"', html):
                assert Person.objects.filter(visible_people(actor), handle=handle).exists(), (seed, actor, post, handle)


@pytest.mark.parametrize("seed", range(WORLDS))
def test_lists_of_a_home_and_of_a_person_show_what_the_rule_shows(seed: int) -> None:
    world = make_world(seed)
    for actor in readers(world):
        starts = Post.objects.filter(rules.visible_posts(actor), thread=None, deleted_at=None).order_by("-pk")
        for home in world.homes:
            expected = list(starts.filter(home=home).values_list("pk", flat=True)[:20])
            assert posts_in(feed_of_home(actor, home.pk).rows) == expected, (seed, actor, home)
        for person in world.people:
            expected = list(starts.filter(author=person).values_list("pk", flat=True)[:20])
            assert posts_in(posts_by(actor, person.pk).rows) == expected, (seed, actor, person)


def posts_in(rows: "list[str] | tuple[str, ...] | object") -> list[int]:
    assert isinstance(rows, list)
    return [int(found[1]) for html in rows if (found := re.search(r'data-post="(\d+)"', html))]
