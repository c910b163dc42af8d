"""Owners and moderators pin and lock; on a storyline whose it is."""

from collections.abc import Callable

import pytest

from weefsel.audit.models import Entry
from weefsel.kernel.refusals import Conflict, NotAllowed, NotFound
from weefsel.posts.commands.delete_post import delete_post
from weefsel.posts.commands.lock_thread import lock_thread
from weefsel.posts.commands.pin_post import pin_post
from weefsel.posts.commands.unlock_thread import unlock_thread
from weefsel.posts.commands.unpin_post import unpin_post
from weefsel.posts.models import Pin, Post
from weefsel.posts.testing import make_post, make_reply
from weefsel.posts.tests.world import World, acts

Deed = Callable[..., None]
PAIRS = [(pin_post, unpin_post), (lock_thread, unlock_thread)]
DEEDS = [deed for pair in PAIRS for deed in pair]


def is_marked(post: Post) -> bool:
    return Pin.objects.filter(post=post).exists() or Post.objects.get(pk=post.pk).locked_at is not None


@pytest.mark.parametrize(("deed", "undo"), PAIRS)
def test_it_is_done_once_recorded_and_undone(world: World, deed: Deed, undo: Deed) -> None:
    post = make_post(world.bob, world.community(world.bob, owner=world.ann))
    for _each in range(2):
        deed(acts(world.ann), post_id=post.pk)
    assert is_marked(post)
    for _each in range(2):
        undo(acts(world.ann), post_id=post.pk)
    assert not is_marked(post)
    assert Post.objects.get(pk=post.pk).version == post.version + 2
    assert Entry.objects.filter(thing_id=str(post.pk)).count() == 2


@pytest.mark.parametrize("deed", DEEDS)
def test_members_and_strangers_do_not(world: World, deed: Deed) -> None:
    post = make_post(world.ann, world.community(world.bob, owner=world.ann))
    with pytest.raises(NotAllowed):
        deed(acts(world.bob), post_id=post.pk)
    with pytest.raises(NotFound):
        deed(acts(world.cleo), post_id=post.pk)


@pytest.mark.parametrize("deed", DEEDS)
def test_replies_are_neither_pinned_nor_locked(world: World, deed: Deed) -> None:
    answer = make_reply(world.bob, make_post(world.ann))
    with pytest.raises(NotFound):
        deed(acts(world.ann), post_id=answer.pk)


@pytest.mark.parametrize("deed", [pin_post, lock_thread])
def test_what_is_gone_is_left_alone(world: World, deed: Deed) -> None:
    post = make_post(world.ann)
    make_reply(world.bob, post)
    delete_post(acts(world.ann), post_id=post.pk)
    with pytest.raises(Conflict):
        deed(acts(world.ann), post_id=post.pk)


def test_ones_own_storyline_is_ones_own_matter(world: World) -> None:
    pin_post(acts(world.ann), post_id=make_post(world.ann).pk)
    assert Pin.objects.get().pinned_by == world.ann
    assert not Entry.objects.exists()
