"""Several people write, answer, react and delete at the same time, and every count holds."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from weefsel.posts.commands.delete_post import delete_post
from weefsel.posts.commands.publish_post import publish_post
from weefsel.posts.commands.react import react
from weefsel.posts.commands.reply import reply
from weefsel.posts.models import Post, Reaction, Topic
from weefsel.posts.testing import make_post
from weefsel.posts.tests.test_counts_hold import assert_counts_hold
from weefsel.posts.tests.world import World, acts, home

pytestmark = pytest.mark.django_db(transaction=True)

WRITERS = 4
ROUNDS = 8


def at_once(deed: Callable[[int], object]) -> None:
    """Let several writers do it at the same time, each several times, with connections of their own."""

    def work(writer: int) -> None:
        try:
            for number in range(ROUNDS):
                deed(writer * ROUNDS + number)
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        for done in [pool.submit(work, writer) for writer in range(WRITERS)]:
            done.result(timeout=60)


def test_every_post_reply_and_reaction_is_counted() -> None:
    world = World()
    place = world.community(world.ann, *(world.person(f"p{n}") for n in range(WRITERS * ROUNDS)))
    ann, where = acts(world.ann), home(place).pk
    people = {n: acts(world.person(f"p{n}")) for n in range(WRITERS * ROUNDS)}
    thread = make_post(world.ann, place)
    deleted = [make_post(world.ann, place).pk for _each in range(WRITERS * ROUNDS)]

    def deed(number: int) -> None:
        publish_post(ann, home_id=where, body=f"@ann says {number} #first #second")
        answer = reply(people[number], thread_id=thread.pk, body="Seen.")
        react(people[number], post_id=answer, kind="like")
        react(people[number], post_id=thread.pk, kind="thanks")
        delete_post(ann, post_id=deleted[number])

    at_once(deed)
    assert_counts_hold(home(place))
    after = Post.objects.get(pk=thread.pk)
    assert after.reply_count == WRITERS * ROUNDS
    assert after.version == 1 + 3 * WRITERS * ROUNDS
    assert Reaction.objects.count() == 2 * WRITERS * ROUNDS
    assert Topic.objects.count() == 2
    assert Post.objects.filter(deleted_at=None, thread=None).count() == 1 + WRITERS * ROUNDS


def test_the_newest_may_be_deleted_while_others_publish() -> None:
    world = World()
    place = world.shared(world.ann, world.cleo)
    ann, where = acts(world.ann), home(place).pk

    def deed(number: int) -> None:
        post = publish_post(ann, home_id=where, body=f"Number {number}", inside_only=number % 2 == 0)
        if number % 3:
            delete_post(ann, post_id=post)

    at_once(deed)
    assert_counts_hold(home(place))


def test_one_form_sent_by_several_tabs_at_once_stands_once() -> None:
    world = World()
    ann, where = acts(world.ann), home(world.ann).pk
    made: list[int] = []
    at_once(lambda _number: made.append(publish_post(ann, home_id=where, body="Once.", form_key="a-form-key")))
    assert set(made) == {Post.objects.get().pk}
