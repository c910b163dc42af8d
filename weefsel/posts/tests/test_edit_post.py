"""Edits keep every wording, and two people who edit at once meet."""

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from weefsel.kernel.refusals import Conflict, Invalid, NotAllowed, NotFound
from weefsel.posts import events
from weefsel.posts.commands.delete_post import delete_post
from weefsel.posts.commands.edit_post import edit_post
from weefsel.posts.models import Draft, Post, PostVersion
from weefsel.posts.testing import make_post, make_reply
from weefsel.posts.tests.world import World, acts


def edit(world: World, post: Post, body: str, *, edit_number: int = 0, **values: str) -> Post:
    edit_post(acts(world.ann), post_id=post.pk, body=body, edit_number=edit_number, **values)
    return Post.objects.get(pk=post.pk)


def test_the_new_words_stand_and_the_former_ones_are_kept(world: World) -> None:
    post = make_post(world.ann, body="First")
    after = edit(world, post, "Second **words**")
    assert (after.body, after.edit_number, after.version) == ("Second **words**", 1, post.version + 1)
    assert "<strong>" in after.html
    assert after.edited_at is not None
    before = PostVersion.objects.get()
    assert (before.number, before.body, before.replaced_by) == (0, "First", world.ann)


def test_nothing_happens_when_nothing_changed(world: World, announced: list[object]) -> None:
    post = make_post(world.ann, body="Same")
    announced.clear()
    assert edit(world, post, " Same \r\n").edit_number == 0
    assert not PostVersion.objects.exists()
    assert not announced


def test_who_edits_what_was_edited_meanwhile_is_told_and_nothing_is_overwritten(world: World) -> None:
    post = make_post(world.ann, body="First")
    edit(world, post, "In the other window")
    with pytest.raises(Conflict, match="Both texts"):
        edit(world, post, "In this window")
    assert Post.objects.get().body == "In the other window"
    assert edit(world, post, "Put together", edit_number=1).edit_number == 2


def test_its_author_alone_edits(world: World) -> None:
    post = make_post(world.bob)
    with pytest.raises(NotAllowed):
        edit(world, post, "Not mine")
    hidden = make_post(world.bob, world.community(world.bob, kind="hidden"))
    with pytest.raises(NotFound):
        edit(world, hidden, "Not mine")


def test_what_was_taken_away_or_archived_is_not_edited(world: World) -> None:
    place = world.community(world.ann)
    kept, gone = make_post(world.ann, place), make_post(world.ann)
    delete_post(acts(world.ann), post_id=gone.pk)
    with pytest.raises(NotFound):
        edit(world, gone, "Again")
    place.archived_at = timezone.now()
    place.save(update_fields=["archived_at"])
    with pytest.raises(NotAllowed, match="archived"):
        edit(world, kept, "Later")


def test_whom_it_calls_is_replaced_and_the_newly_called_are_told(world: World, announced: list[object]) -> None:
    for handle in ("bob", "dan", "eve"):
        world.person(handle)
    post = make_post(world.ann, body="@bob @dan #old #both")
    announced.clear()
    edit(world, post, "@dan @eve #both #new")
    assert set(post.mentions.values_list("person__handle", flat=True)) == {"dan", "eve"}
    assert set(post.topics.values_list("topic__name", flat=True)) == {"both", "new"}
    assert announced == [
        events.PostEdited(post_id=post.pk),
        events.PersonMentioned(post_id=post.pk, person_id=world.person("eve").pk),
    ]


def test_an_edited_reply_shows_its_thread_anew(world: World) -> None:
    thread = make_post(world.ann)
    answer = make_reply(world.ann, thread)
    before = Post.objects.get(pk=thread.pk).version
    edit(world, answer, "Better said")
    assert Post.objects.get(pk=thread.pk).version == before + 1


def test_words_that_cannot_be_taken_change_nothing(world: World) -> None:
    post = make_post(world.ann, body="First")
    with pytest.raises(Invalid):
        edit(world, post, "")
    assert Post.objects.get().body == "First"


def test_its_draft_is_gone(world: World) -> None:
    post = make_post(world.ann)
    Draft.objects.create(person=world.ann, place=f"edit:{post.pk}", body="half")
    edit(world, post, "Whole")
    assert not Draft.objects.exists()


class EveryWordingIsKept(TestCase):
    @given(st.lists(st.text("ab #@*", min_size=1, max_size=6), min_size=1, max_size=6))
    def test_the_versions_and_the_post_are_every_wording_in_order(self, wordings: list[str]) -> None:
        world = World()
        post = make_post(world.ann, body="start")
        said = ["start"]
        for wording in wordings:
            body = f"w {wording}".strip()
            edit(world, post, body, edit_number=Post.objects.get(pk=post.pk).edit_number)
            said += [body] if body != said[-1] else []
        kept = list(PostVersion.objects.filter(post=post).order_by("number").values_list("body", flat=True))
        assert [*kept, Post.objects.get(pk=post.pk).body] == said
