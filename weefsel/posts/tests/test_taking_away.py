"""What one wrote one may take back; owners and moderators remove with a reason."""

import pytest

from weefsel.audit.models import Entry
from weefsel.kernel.refusals import Conflict, Invalid, NotAllowed, NotFound
from weefsel.posts import events
from weefsel.posts.commands.delete_post import delete_post
from weefsel.posts.commands.pin_post import pin_post
from weefsel.posts.commands.remove_post import remove_post
from weefsel.posts.models import Mention, Pin, Post, PostTopic
from weefsel.posts.rules import visible_posts
from weefsel.posts.testing import make_post, make_reply
from weefsel.posts.tests.world import World, acts, home


def seen(world: World) -> set[int]:
    return set(Post.objects.filter(visible_posts(acts(world.bob))).values_list("pk", flat=True))


def test_a_start_without_replies_is_gone(world: World, announced: list[object]) -> None:
    first, second = make_post(world.ann), make_post(world.ann, body="@bob #x")
    announced.clear()
    delete_post(acts(world.ann), post_id=second.pk)
    assert seen(world) == {first.pk}
    assert home(world.ann).latest_id == first.pk
    assert announced == [events.PostDeleted(post_id=second.pk)]


def test_a_start_with_replies_leaves_a_tombstone_without_words(world: World) -> None:
    place = world.community(owner=world.ann)
    thread = make_post(world.ann, place, "Secret @ann #secret")
    make_reply(world.bob, thread)
    pin_post(acts(world.ann), post_id=thread.pk)
    delete_post(acts(world.ann), post_id=thread.pk)
    grave = Post.objects.get(pk=thread.pk)
    assert seen(world) == {thread.pk, Post.objects.get(thread=thread).pk}
    assert (grave.title, grave.body, grave.html, grave.removed_because) == ("", "", "", "")
    assert not [rows for rows in (Mention, PostTopic, Pin) if rows.objects.exists()]
    assert home(place).latest_id == 0


def test_the_tombstone_goes_with_its_last_reply(world: World) -> None:
    thread = make_post(world.ann)
    answer = make_reply(world.bob, thread)
    delete_post(acts(world.ann), post_id=thread.pk)
    delete_post(acts(world.bob), post_id=answer.pk)
    assert seen(world) == set()


def test_a_deleted_reply_is_no_longer_counted(world: World) -> None:
    thread = make_post(world.ann)
    answer = make_reply(world.bob, thread)
    before = Post.objects.get(pk=thread.pk).version
    delete_post(acts(world.bob), post_id=answer.pk)
    after = Post.objects.get(pk=thread.pk)
    assert (after.reply_count, after.version) == (0, before + 1)
    assert home(world.ann).latest_id == thread.pk


def test_both_eyes_get_their_newest_again(world: World) -> None:
    place = world.shared(world.ann, world.cleo)
    outside, inside = make_post(world.ann, place), make_post(world.ann, place, inside_only=True)
    delete_post(acts(world.ann), post_id=outside.pk)
    assert (home(place).latest_id, home(place).latest_outside_id) == (inside.pk, 0)
    delete_post(acts(world.ann), post_id=inside.pk)
    assert (home(place).latest_id, home(place).latest_outside_id) == (0, 0)


def test_what_is_gone_is_not_deleted_again(world: World) -> None:
    thread = make_post(world.ann)
    make_reply(world.bob, thread)
    delete_post(acts(world.ann), post_id=thread.pk)
    with pytest.raises(NotAllowed):
        delete_post(acts(world.ann), post_id=thread.pk)
    with pytest.raises(NotFound):
        delete_post(acts(world.ann), post_id=1)


def test_nobody_deletes_what_another_wrote(world: World) -> None:
    place = world.community(world.bob, owner=world.ann)
    with pytest.raises(NotAllowed):
        delete_post(acts(world.ann), post_id=make_post(world.bob, place).pk)


def test_an_owner_removes_with_a_reason_that_is_recorded(world: World) -> None:
    place = world.community(world.bob, owner=world.ann)
    post = make_post(world.bob, place)
    make_reply(world.ann, post)
    remove_post(acts(world.ann), post_id=post.pk, reason=" Names a\ncustomer. ")
    assert Post.objects.get(pk=post.pk).removed_because == "Names a customer."
    entry = Entry.objects.get(deed="post removed")
    assert (entry.person_id, entry.thing_id) == (world.ann.pk, str(post.pk))
    assert "customer" not in str(entry.facts)


def test_nothing_is_removed_without_a_reason_or_by_others(world: World) -> None:
    place = world.community(world.bob, owner=world.ann)
    post, mine = make_post(world.bob, place), make_post(world.ann, place)
    with pytest.raises(Invalid) as refused:
        remove_post(acts(world.ann), post_id=post.pk, reason=" ")
    assert "reason" in refused.value.fields
    with pytest.raises(NotAllowed):
        remove_post(acts(world.bob), post_id=mine.pk, reason="I do not like it.")
    assert Post.objects.filter(deleted_at=None).count() == 2


def test_two_who_take_away_at_once_meet(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    post = make_post(world.ann)
    stale = Post.objects.select_related("home__person__organisation", "home__community").get(pk=post.pk)
    delete_post(acts(world.ann), post_id=post.pk)
    monkeypatch.setattr("weefsel.posts.commands.delete_post.seen_post", lambda *_: stale)
    with pytest.raises(Conflict, match="already"):
        delete_post(acts(world.ann), post_id=post.pk)
