from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from weefsel.identity.models import Account
from weefsel.kernel.refusals import NotFound
from weefsel.kernel.testing import statements
from weefsel.people.models import Person
from weefsel.posts.commands.delete_post import delete_post
from weefsel.posts.commands.lock_thread import lock_thread
from weefsel.posts.models import Post
from weefsel.posts.queries.fragment import post_fragment
from weefsel.posts.queries.thread import thread
from weefsel.posts.rules import visible_posts
from weefsel.posts.terms import THREAD_PAGE
from weefsel.posts.testing import actor_of_person, make_post, make_reply
from weefsel.posts.tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(world: World) -> Callable[[Person], Client]:
    def of(person: Person) -> Client:
        account = Account.objects.create_user(f"{person.handle}@lindewever.example")
        Person.objects.filter(pk=person.pk).update(account=account, welcomed_at=timezone.now())
        made = Client()
        made.force_login(account)
        return made

    return of


def fill_thread(start: Post, count: int) -> None:
    Post.objects.bulk_create(
        Post(
            id=start.pk + 1 + n,
            author=start.author,
            home=start.home,
            thread=start,
            kind="reply",
            html=f"<p>Reply {n}.</p>",
            inside_only=start.inside_only,
            published_at=timezone.now(),
        )
        for n in range(count)
    )
    Post.objects.filter(pk=start.pk).update(reply_count=count)


def test_a_thread_has_its_start_and_its_replies_in_order(world: World, browser: Callable[[Person], Client]) -> None:
    place = world.community(world.ann, world.bob)
    start = make_post(world.ann, place, "Who knows the roller?")
    first, second = make_reply(world.bob, start, "I do."), make_reply(world.ann, start, "Tell me.")
    page = browser(world.bob).get(f"/posts/{start.pk}/").content.decode()
    order = [
        page.index(words) for words in ("Who knows the roller?", "Two replies", "I do.", "Tell me.", 'name="body"')
    ]
    assert order == sorted(order)
    assert f'id="post-{first.pk}"' in page
    assert f'id="post-{second.pk}"' in page
    assert 'data-audience="inside"' in page
    assert "\x1d" not in page


def test_the_address_of_a_reply_leads_to_its_place(world: World, browser: Callable[[Person], Client]) -> None:
    start = make_post(world.ann)
    fill_thread(start, THREAD_PAGE + 3)
    reader = browser(world.bob)
    assert reader.get(f"/posts/{start.pk + 5}/")["Location"] == f"/posts/{start.pk}/#post-{start.pk + 5}"
    late = start.pk + THREAD_PAGE + 2
    assert reader.get(f"/posts/{late}/")["Location"] == f"/posts/{start.pk}/?page=2#post-{late}"


def test_long_threads_come_in_pages(world: World) -> None:
    start = make_post(world.ann)
    fill_thread(start, THREAD_PAGE + 3)
    actor = actor_of_person(world.bob)
    first, second = thread(actor, start.pk), thread(actor, start.pk, page=2)
    assert first is not None
    assert second is not None
    assert (first.replies.count(b"<article"), second.replies.count(b"<article")) == (THREAD_PAGE, 3)
    assert (first.earlier_page, first.later_page, second.earlier_page, second.later_page) == (0, 2, 1, 0)


def test_a_thread_page_costs_four_statements_however_long_it_is(
    world: World, browser: Callable[[Person], Client]
) -> None:
    start = make_post(world.ann)
    fill_thread(start, 40)
    reader = browser(world.bob)
    reader.get(f"/posts/{start.pk}/")
    with statements() as count:
        reader.get(f"/posts/{start.pk}/")
    assert count.total == 4, count


def test_a_kept_run_of_replies_is_filled_for_each_reader(world: World) -> None:
    start = make_post(world.ann)
    fill_thread(start, 30)
    mine = make_reply(world.bob, start, "Mine.")
    as_bob = thread(actor_of_person(world.bob), start.pk)
    as_ann = thread(actor_of_person(world.ann), start.pk)
    again = thread(actor_of_person(world.bob), start.pk)
    assert as_bob is not None
    assert as_ann is not None
    assert again is not None
    assert f"/posts/{mine.pk}/edit/".encode() in as_bob.replies
    assert f"/posts/{mine.pk}/edit/".encode() not in as_ann.replies
    assert as_bob.replies == again.replies


def test_who_may_not_read_it_finds_nothing(world: World, browser: Callable[[Person], Client]) -> None:
    hidden = world.community(world.ann, kind="hidden")
    start = make_post(world.ann, hidden)
    reader = browser(world.bob)
    absent = reader.get(f"/posts/{start.pk + 1}/")
    assert reader.get(f"/posts/{start.pk}/").status_code == absent.status_code == 404
    with pytest.raises(NotFound):
        thread(actor_of_person(world.bob), start.pk)


def test_a_tombstone_stands_where_replies_stand(world: World, browser: Callable[[Person], Client]) -> None:
    start = make_post(world.ann, body="Never mind.")
    make_reply(world.bob, start, "But I do.")
    delete_post(actor_of_person(world.ann), post_id=start.pk)
    page = browser(world.bob).get(f"/posts/{start.pk}/").content.decode()
    assert "Never mind." not in page
    assert "But I do." in page
    assert "tombstone" in page


def test_a_locked_thread_has_no_place_for_a_reply(world: World, browser: Callable[[Person], Client]) -> None:
    start = make_post(world.ann)
    make_reply(world.bob, start)
    lock_thread(actor_of_person(world.ann), post_id=start.pk)
    page = browser(world.bob).get(f"/posts/{start.pk}/").content.decode()
    assert "This thread is locked" in page
    assert 'name="body"' not in page
    assert "#reply" not in page


def test_a_script_gets_the_replies_alone(world: World, browser: Callable[[Person], Client]) -> None:
    start = make_post(world.ann)
    make_reply(world.bob, start, "Only this.")
    page = browser(world.bob).get(f"/posts/{start.pk}/", headers={"HX-Request": "true"}).content.decode()
    assert page.lstrip().startswith("<section")
    assert "Only this." in page


def test_an_act_is_answered_with_the_post_as_it_stands(world: World) -> None:
    start = make_post(world.ann)
    reply = make_reply(world.bob, start)
    actor = actor_of_person(world.bob)
    assert 'class="post"' in post_fragment(actor, post_id=start.pk)
    assert 'class="reply"' in post_fragment(actor, post_id=reply.pk)
    assert "post-title" not in post_fragment(actor, post_id=start.pk, shape="head")


@pytest.mark.parametrize("kind", ["open", "on_request", "invite_only", "hidden"])
def test_the_page_opens_exactly_for_whom_the_rule_names(world: World, kind: str) -> None:
    place = world.community(world.ann, kind=kind, is_shared=True)
    make_post(world.ann, place)
    make_post(world.ann, place, inside_only=True)
    make_post(world.ann)
    for person in (world.ann, world.bob, world.cleo):
        actor = actor_of_person(person)
        seen = set(Post.objects.filter(visible_posts(actor)).values_list("pk", flat=True))
        for post in Post.objects.all():
            if post.pk in seen:
                assert thread(actor, post.pk) is not None
            else:
                with pytest.raises(NotFound):
                    thread(actor, post.pk)
