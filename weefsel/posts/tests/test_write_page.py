"""A post is written on a page that works without JavaScript and never loses a word."""

import re

import pytest
from django.utils import timezone

from weefsel.posts.models import Draft, Post
from weefsel.posts.tests.world import World, browser_of, home

LONG = "x" * 1_000_000


def key_in(page: str) -> str:
    found = re.search(r'name="form_key" value="([\w-]+)"', page)
    assert found
    return found[1]


def test_the_form_says_where_and_who_will_read_it(world: World) -> None:
    place = world.community(world.ann, name="Weaving")
    page = browser_of(world.ann).get(f"/posts/new/?home={home(place).pk}").content.decode()
    assert f'<option value="{home(place).pk}" selected>Weaving' in page
    assert 'data-audience="inside"' in page
    assert "Only inside</b> · all colleagues" in page
    assert "My storyline" not in page
    assert 'type="radio" name="kind"' not in page


def test_owners_are_offered_announcements(world: World) -> None:
    home(world.ann)
    world.community(owner=world.ann)
    page = browser_of(world.ann).get("/posts/new/").content.decode()
    assert 'name="kind" value="announcement" data-has-title' in page
    assert "My storyline" in page


def test_in_a_shared_community_outsiders_are_named_and_can_be_left_out(world: World) -> None:
    place = world.shared(world.ann, world.cleo, name="Pilots")
    page = browser_of(world.ann).get(f"/posts/new/?home={home(place).pk}").content.decode()
    assert 'data-audience="outside"' in page
    assert "1 outside, 1 inside" in page
    assert 'name="inside_only"' in page
    foot = browser_of(world.ann).get(f"/posts/audience/?home={home(place).pk}&inside_only=1").content.decode()
    assert 'data-audience="inside"' in foot
    assert 'name="inside_only"' not in browser_of(world.cleo).get("/posts/new/").content.decode()


def test_what_is_sent_stands_and_one_comes_to_it(world: World) -> None:
    browser = browser_of(world.ann)
    sent = {"home": home(world.ann).pk, "body": "Dock 3 is open.", "form_key": "a-form-key", "audience": "inside"}
    for _each in range(2):
        answer = browser.post("/posts/new/", sent)
        assert (answer.status_code, answer["Location"]) == (302, f"/posts/{Post.objects.get().pk}/")


@pytest.mark.parametrize(
    ("body", "said"), [("", "Write something"), (LONG, "Nothing was lost"), ("@a " * 9_000, "9000")]
)
def test_what_cannot_be_taken_comes_back_with_its_text(world: World, body: str, said: str) -> None:
    sent = {"home": home(world.ann).pk, "body": body, "form_key": "a-form-key"}
    answer = browser_of(world.ann).post("/posts/new/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert body in page
    assert key_in(page) == "a-form-key"


def test_an_archived_community_gives_the_text_back_and_keeps_it(world: World) -> None:
    home(world.ann)
    place = world.community(world.ann, archived_at=timezone.now())
    sent = {"home": home(place).pk, "body": "Long thought over", "form_key": "a-form-key"}
    answer = browser_of(world.ann).post("/posts/new/", sent)
    assert answer.status_code == 403
    assert "archived" in answer.content.decode()
    assert "Long thought over" in answer.content.decode()
    assert Draft.objects.get().body == "Long thought over"


def test_a_place_that_is_gone_gives_the_text_back(world: World) -> None:
    hidden = world.community(world.bob, kind="hidden")
    for pk in (home(hidden).pk, 0, "9" * 30, "x"):
        answer = browser_of(world.ann).post("/posts/new/", {"home": pk, "body": "Long thought over"})
        assert answer.status_code == 404
        assert "Long thought over" in answer.content.decode()
        assert hidden.name not in answer.content.decode()


def test_who_became_read_by_outsiders_meanwhile_is_asked_again(world: World) -> None:
    place = world.shared(world.ann, world.cleo)
    sent = {"home": home(place).pk, "body": "Margins", "audience": "inside"}
    answer = browser_of(world.ann).post("/posts/new/", sent)
    assert answer.status_code == 409
    assert 'data-audience="outside"' in answer.content.decode()
    assert not Post.objects.exists()
    assert browser_of(world.ann).post("/posts/new/", {**sent, "audience": "outside"}).status_code == 302


def test_a_draft_goes_on_where_it_was_left(world: World) -> None:
    place, browser = world.community(world.ann), browser_of(world.ann)
    kept = {"home": home(place).pk, "body": "Half a <thought>", "form_key": "a-form-key", "kind": "update"}
    assert browser.post("/posts/draft/", kept).status_code == 204
    page = browser.get("/posts/new/").content.decode()
    assert "Half a &lt;thought&gt;" in page
    assert key_in(page) == "a-form-key"
    assert "Draft kept" in page


def test_a_fragment_is_asked_for_by_a_script(world: World) -> None:
    home(world.ann)
    answer = browser_of(world.ann).get("/posts/new/", headers={"HX-Request": "true"})
    assert answer.content.decode().lstrip().startswith("<form")


def test_who_may_write_nowhere_is_told_how_to_begin(world: World) -> None:
    page = browser_of(world.cleo).get("/posts/new/").content.decode()
    assert "There is no place to write in yet" in page
