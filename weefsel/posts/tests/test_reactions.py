"""One reaction per person and post."""

import pytest

from weefsel.kernel.refusals import Invalid, NotAllowed, NotFound
from weefsel.posts import events
from weefsel.posts.commands.react import react
from weefsel.posts.commands.take_back_reaction import take_back_reaction
from weefsel.posts.models import Post, Reaction
from weefsel.posts.testing import make_post, make_reply
from weefsel.posts.tests.world import World, acts


def version(post: Post) -> int:
    return Post.objects.get(pk=post.pk).version


def test_another_one_replaces_the_first(world: World, announced: list[object]) -> None:
    post = make_post(world.ann)
    announced.clear()
    react(acts(world.bob), post_id=post.pk, kind="thanks")
    react(acts(world.bob), post_id=post.pk, kind="insightful")
    assert Reaction.objects.get().kind == "insightful"
    assert version(post) == post.version + 2
    assert announced == [events.ReactionAdded(post_id=post.pk, person_id=world.bob.pk)]


def test_the_same_one_again_changes_nothing(world: World) -> None:
    post = make_post(world.ann)
    for _each in range(2):
        react(acts(world.bob), post_id=post.pk, kind="thanks")
    assert version(post) == post.version + 1


def test_it_is_taken_back(world: World, announced: list[object]) -> None:
    post = make_post(world.ann)
    react(acts(world.bob), post_id=post.pk, kind="like")
    announced.clear()
    for _each in range(2):
        take_back_reaction(acts(world.bob), post_id=post.pk)
    assert not Reaction.objects.exists()
    assert version(post) == post.version + 2
    assert announced == [events.ReactionRemoved(post_id=post.pk, person_id=world.bob.pk)]


def test_a_reaction_to_a_reply_shows_its_thread_anew(world: World) -> None:
    thread = make_post(world.ann)
    answer = make_reply(world.bob, thread)
    before = version(thread)
    react(acts(world.ann), post_id=answer.pk, kind="thanks")
    take_back_reaction(acts(world.ann), post_id=answer.pk)
    assert (version(thread), version(answer)) == (before + 2, 3)


def test_only_five_kinds_exist(world: World) -> None:
    with pytest.raises(Invalid):
        react(acts(world.bob), post_id=make_post(world.ann).pk, kind="angry")


def test_who_may_not_take_part_may_not_react(world: World) -> None:
    read_only = make_post(world.ann, world.community(world.ann, kind="on_request"))
    unseen = make_post(world.ann, world.community(world.ann, kind="hidden"))
    for post, refusal in ((read_only, NotAllowed), (unseen, NotFound)):
        with pytest.raises(refusal):
            react(acts(world.bob), post_id=post.pk, kind="like")
        with pytest.raises(refusal):
            take_back_reaction(acts(world.bob), post_id=post.pk)
