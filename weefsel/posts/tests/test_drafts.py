"""What one writes is kept, one draft for each place, until it is published."""

from typing import Any

import pytest

from weefsel.kernel.refusals import Invalid, NotFound
from weefsel.posts.commands.drop_draft import drop_draft
from weefsel.posts.commands.keep_draft import keep_draft
from weefsel.posts.commands.publish_post import publish_post
from weefsel.posts.models import Draft
from weefsel.posts.terms import BODY_MAX
from weefsel.posts.testing import make_post, make_reply
from weefsel.posts.tests.world import World, acts, home


def test_one_draft_is_kept_for_each_place(world: World) -> None:
    thread = make_post(world.ann)
    places = [f"home:{home(world.ann).pk}", f"thread:{thread.pk}", f"edit:{thread.pk}"]
    for body in ("One", "Two"):
        for place in places:
            assert keep_draft(acts(world.ann), place=place, body=body)
    assert sorted(Draft.objects.values_list("place", "body")) == sorted((place, "Two") for place in places)


def test_it_keeps_everything_that_was_chosen(world: World) -> None:
    thread = make_post(world.ann)
    answer = make_reply(world.bob, thread)
    keep_draft(
        acts(world.ann),
        place=f"thread:{thread.pk}",
        title="T",
        body="a\x00b ",
        kind="announcement",
        inside_only=True,
        reply_to_id=answer.pk,
    )
    draft = Draft.objects.get()
    assert (draft.title, draft.body, draft.kind, draft.inside_only) == ("T", "ab ", "announcement", True)
    assert draft.reply_to == answer


def test_a_reply_of_another_thread_is_not_kept_along(world: World) -> None:
    answer = make_reply(world.bob, make_post(world.ann))
    keep_draft(acts(world.ann), place=f"thread:{make_post(world.ann).pk}", body="a", reply_to_id=answer.pk)
    assert Draft.objects.get().reply_to is None


def test_empty_words_drop_it(world: World) -> None:
    place = f"home:{home(world.ann).pk}"
    keep_draft(acts(world.ann), place=place, body="a")
    assert not keep_draft(acts(world.ann), place=place, body=" \n")
    assert not Draft.objects.exists()


def test_a_form_that_moves_to_another_home_takes_it_along(world: World) -> None:
    place = world.community(world.ann)
    keep_draft(acts(world.ann), place=f"home:{home(world.ann).pk}", body="a", form_key="a-form-key")
    keep_draft(acts(world.ann), place=f"home:{home(place).pk}", body="ab", form_key="a-form-key")
    assert Draft.objects.get().place == f"home:{home(place).pk}"


def test_what_arrives_late_is_not_kept(world: World) -> None:
    given: dict[str, Any] = {"body": "Whole", "form_key": "a-form-key"}
    publish_post(acts(world.ann), home_id=home(world.ann).pk, **given)
    assert not keep_draft(acts(world.ann), place=f"home:{home(world.ann).pk}", **given)
    assert not Draft.objects.exists()


@pytest.mark.parametrize("place", ["", "home:", "home:x", "moon:1", "home:0", "thread:1", "edit:1", "home:1 "])
def test_a_place_that_is_none_is_not_found(world: World, place: str) -> None:
    with pytest.raises(NotFound):
        keep_draft(acts(world.ann), place=place, body="a")


def test_places_of_others_are_not_found(world: World) -> None:
    hidden = world.community(world.bob, kind="hidden")
    post = make_post(world.bob, hidden)
    for place in (f"home:{home(hidden).pk}", f"thread:{post.pk}", f"edit:{post.pk}", f"edit:{make_post(world.bob).pk}"):
        with pytest.raises(NotFound):
            keep_draft(acts(world.ann), place=place, body="a")


def test_far_too_long_a_text_is_refused(world: World) -> None:
    with pytest.raises(Invalid):
        keep_draft(acts(world.ann), place=f"home:{home(world.ann).pk}", body="x" * (2 * BODY_MAX + 1))


def test_one_drops_ones_own_alone(world: World) -> None:
    place = f"home:{home(world.ann).pk}"
    for person in (world.ann, world.bob):
        keep_draft(acts(person), place=place, body="a")
    drop_draft(acts(world.ann), place=place)
    assert Draft.objects.get().person == world.bob
