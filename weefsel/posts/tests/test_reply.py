"""A reply stands in its thread, with the thread's audience."""

from typing import Any

import pytest
from django.utils import timezone

from weefsel.kernel.refusals import Conflict, Invalid, NotAllowed, NotFound
from weefsel.posts import events
from weefsel.posts.commands import reply as room
from weefsel.posts.commands.delete_post import delete_post
from weefsel.posts.commands.lock_thread import lock_thread
from weefsel.posts.commands.reply import reply
from weefsel.posts.commands.unfollow_thread import unfollow_thread
from weefsel.posts.models import Draft, Post, ThreadFollow
from weefsel.posts.testing import make_post, make_reply
from weefsel.posts.tests.world import World, acts, home


def test_a_reply_is_counted_and_shows_its_thread_anew(world: World) -> None:
    thread = make_post(world.ann)
    answer = make_reply(world.bob, thread, "Seen, **thanks**.")
    after = Post.objects.get(pk=thread.pk)
    assert (after.reply_count, after.version) == (1, thread.version + 1)
    assert (answer.thread, answer.home, answer.kind, answer.reply_to) == (thread, thread.home, "reply", None)
    assert answer.html == "<p>Seen, <strong>thanks</strong>.</p>\n"
    assert home(world.ann).latest_id == thread.pk


def test_a_reply_has_the_audience_of_its_thread(world: World) -> None:
    place = world.shared(world.ann, world.cleo)
    inside, outside = make_post(world.ann, place, inside_only=True), make_post(world.ann, place)
    assert make_reply(world.ann, inside).inside_only
    assert not make_reply(world.cleo, outside).inside_only
    with pytest.raises(NotFound):
        make_reply(world.cleo, inside)


def test_every_employee_answers_in_open_places_and_members_elsewhere(world: World) -> None:
    assert make_reply(world.bob, make_post(world.ann, world.community(world.ann))).pk
    with pytest.raises(NotAllowed, match="Only members"):
        make_reply(world.bob, make_post(world.ann, world.community(world.ann, kind="on_request")))
    with pytest.raises(NotFound):
        make_reply(world.bob, make_post(world.ann, world.community(world.ann, kind="hidden")))


def test_a_reply_is_no_thread(world: World) -> None:
    answer = make_reply(world.bob, make_post(world.ann))
    with pytest.raises(NotFound):
        make_reply(world.ann, answer)


def test_one_reply_answers_another_of_the_same_thread(world: World) -> None:
    thread = make_post(world.ann)
    first = make_reply(world.bob, thread)
    assert make_reply(world.ann, thread, reply_to=first).reply_to == first
    assert make_reply(world.bob, thread, reply_to=thread).reply_to == thread
    with pytest.raises(Conflict, match="no longer there"):
        make_reply(world.bob, make_post(world.ann), reply_to=first)
    delete_post(acts(world.bob), post_id=first.pk)
    with pytest.raises(Conflict, match="no longer there"):
        make_reply(world.ann, thread, reply_to=first)


def test_nothing_is_written_in_a_locked_deleted_or_archived_thread(world: World) -> None:
    place = world.community(owner=world.ann)
    locked, deleted, archived = (make_post(world.ann, place) for _each in range(3))
    lock_thread(acts(world.ann), post_id=locked.pk)
    with pytest.raises(Conflict, match="locked"):
        make_reply(world.bob, locked)
    make_reply(world.bob, deleted)
    delete_post(acts(world.ann), post_id=deleted.pk)
    with pytest.raises(Conflict, match="taken away"):
        make_reply(world.bob, deleted)
    place.archived_at = timezone.now()
    place.save(update_fields=["archived_at"])
    with pytest.raises(NotAllowed, match="archived"):
        make_reply(world.bob, archived)


@pytest.mark.parametrize("change", ["lock", "delete", "archive"])
def test_what_closes_while_one_writes_is_a_conflict(world: World, change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    place = world.community(owner=world.ann)
    thread = make_post(world.ann, place)
    make_reply(world.bob, thread)
    written = room.written  # type: ignore[attr-defined]

    def meanwhile(*given: Any, **named: Any) -> object:
        if change == "archive":
            type(place).objects.filter(pk=place.pk).update(archived_at=timezone.now())
        else:
            (lock_thread if change == "lock" else delete_post)(acts(world.ann), post_id=thread.pk)
        return written(*given, **named)

    monkeypatch.setattr(room, "written", meanwhile)
    with pytest.raises(Conflict, match="meanwhile"):
        make_reply(world.bob, thread)
    assert Post.objects.get(pk=thread.pk).reply_count == 1 == Post.objects.filter(thread=thread).count()


def test_empty_and_endless_replies_are_refused(world: World) -> None:
    thread = make_post(world.ann)
    for body in (" ", "x" * 1_000_000):
        with pytest.raises(Invalid) as refused:
            reply(acts(world.bob), thread_id=thread.pk, body=body)
        assert "body" in refused.value.fields


def test_who_replies_follows_unless_they_said_no(world: World) -> None:
    thread = make_post(world.ann)
    make_reply(world.bob, thread)
    assert set(thread.follows.filter(is_following=True).values_list("person__handle", flat=True)) == {"ann", "bob"}
    unfollow_thread(acts(world.bob), post_id=thread.pk)
    make_reply(world.bob, thread)
    assert not ThreadFollow.objects.get(person=world.bob).is_following


def test_the_same_form_sent_twice_makes_one_reply(world: World) -> None:
    thread = make_post(world.ann)
    Draft.objects.create(person=world.bob, place=f"thread:{thread.pk}", body="Se")
    first = reply(acts(world.bob), thread_id=thread.pk, body="Seen.", form_key="a-form-key")
    assert reply(acts(world.bob), thread_id=thread.pk, body="Seen.", form_key="a-form-key") == first
    assert Post.objects.get(pk=thread.pk).reply_count == 1
    assert not Draft.objects.exists()


def test_it_is_announced(world: World, announced: list[object]) -> None:
    thread = make_post(world.ann)
    announced.clear()
    answer = make_reply(world.bob, thread, "@ann @bob")
    assert announced == [
        events.PostPublished(post_id=answer.pk, home_id=thread.home_id, author_id=world.bob.pk, thread_id=thread.pk),
        events.PersonMentioned(post_id=answer.pk, person_id=world.ann.pk),
    ]
