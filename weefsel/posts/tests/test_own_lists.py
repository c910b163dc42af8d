"""What a reader has of their own beside a post: saved posts and followed threads."""

import pytest

from weefsel.kernel.refusals import Conflict, NotFound
from weefsel.posts.commands.delete_post import delete_post
from weefsel.posts.commands.follow_thread import follow_thread
from weefsel.posts.commands.save_post import save_post
from weefsel.posts.commands.unfollow_thread import unfollow_thread
from weefsel.posts.commands.unsave_post import unsave_post
from weefsel.posts.models import Post, Saved, ThreadFollow
from weefsel.posts.testing import make_post, make_reply
from weefsel.posts.tests.world import World, acts


def test_a_post_or_reply_is_saved_once_and_taken_off(world: World) -> None:
    answer = make_reply(world.ann, make_post(world.ann))
    for _each in range(2):
        save_post(acts(world.bob), post_id=answer.pk)
    assert Saved.objects.get().post == answer
    assert Post.objects.get(pk=answer.pk).version == answer.version
    for _each in range(2):
        unsave_post(acts(world.bob), post_id=answer.pk)
    assert not Saved.objects.exists()


def test_what_one_does_not_see_is_not_saved_nor_followed(world: World) -> None:
    hidden = make_post(world.ann, world.community(world.ann, kind="hidden"))
    for deed in (save_post, follow_thread, unfollow_thread):
        with pytest.raises(NotFound):
            deed(acts(world.bob), post_id=hidden.pk)


def test_a_tombstone_is_not_saved(world: World) -> None:
    thread = make_post(world.ann)
    make_reply(world.bob, thread)
    delete_post(acts(world.ann), post_id=thread.pk)
    with pytest.raises(Conflict):
        save_post(acts(world.bob), post_id=thread.pk)


def test_one_follows_and_says_no_again(world: World) -> None:
    thread = make_post(world.ann)
    follow_thread(acts(world.bob), post_id=thread.pk)
    assert ThreadFollow.objects.get(person=world.bob).is_following
    unfollow_thread(acts(world.bob), post_id=thread.pk)
    assert not ThreadFollow.objects.get(person=world.bob).is_following
    follow_thread(acts(world.bob), post_id=thread.pk)
    assert ThreadFollow.objects.get(person=world.bob).is_following
