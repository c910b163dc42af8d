"""The buttons under a post, the pages that ask once more, and one's own lists."""

import pytest

from weefsel.posts.commands.keep_draft import keep_draft
from weefsel.posts.models import Draft, Pin, Post, Reaction, Saved, ThreadFollow
from weefsel.posts.testing import make_post, make_reply
from weefsel.posts.tests.world import World, acts, browser_of, home

BUTTONS = {
    "save": lambda post: Saved.objects.filter(post=post).exists(),
    "follow": lambda post: ThreadFollow.objects.filter(thread=post, person__handle="ann", is_following=True).exists(),
    "pin": lambda post: Pin.objects.filter(post=post).exists(),
    "lock": lambda post: Post.objects.get(pk=post.pk).locked_at is not None,
}


@pytest.mark.parametrize("deed", BUTTONS)
def test_a_button_does_and_undoes_and_leads_back(world: World, deed: str) -> None:
    post, browser = make_post(world.bob, world.community(world.bob, owner=world.ann)), browser_of(world.ann)
    for address, is_so in ((deed, True), (f"un{deed}", False)):
        answer = browser.post(f"/posts/{post.pk}/{address}/", headers={"Referer": "http://testserver/saved/?before=9"})
        assert answer["Location"] == f"http://testserver/saved/?before=9#post-{post.pk}"
        assert BUTTONS[deed](post) is is_so
    assert browser.get(f"/posts/{post.pk}/{deed}/").status_code == 405


def test_one_is_not_led_elsewhere(world: World) -> None:
    post = make_post(world.ann)
    answer = browser_of(world.ann).post(f"/posts/{post.pk}/save/", headers={"Referer": "https://evil.example/"})
    assert answer["Location"] == f"/posts/{post.pk}/"


def test_a_reaction_is_given_and_taken_back(world: World) -> None:
    post, browser = make_post(world.ann), browser_of(world.bob)
    script = {"HX-Request": "true"}
    answer = browser.post(f"/posts/{post.pk}/react/?shape=feed", {"kind": "thanks"}, headers=script)
    assert Reaction.objects.get().kind == "thanks"
    assert f'data-post="{post.pk}"' in answer.content.decode()
    assert 'aria-pressed="true"' in answer.content.decode()
    browser.post(f"/posts/{post.pk}/react/", {"kind": ""})
    assert not Reaction.objects.exists()
    assert browser.post(f"/posts/{post.pk}/react/", {"kind": "angry"}).status_code == 422


def test_what_one_may_not_see_has_no_buttons(world: World) -> None:
    post = make_post(world.ann, world.community(world.ann, kind="hidden"))
    browser = browser_of(world.bob)
    for deed in ("react", "save", "follow", "pin", "lock", "delete", "remove", "edit"):
        assert browser.post(f"/posts/{post.pk}/{deed}/", {"kind": "like"}).status_code == 404
        assert browser.post(f"/posts/{10**25}/{deed}/", {"kind": "like"}).status_code == 404


def test_deleting_asks_once_more(world: World) -> None:
    post, browser = make_post(world.ann, body="To go"), browser_of(world.ann)
    assert "To go" in browser.get(f"/posts/{post.pk}/delete/").content.decode()
    assert Post.objects.filter(deleted_at=None).exists()
    answer = browser.post(f"/posts/{post.pk}/delete/", follow=True)
    assert "has been deleted" in answer.content.decode()
    assert browser.get(f"/posts/{post.pk}/delete/").status_code == 404


def test_a_tombstone_is_where_one_comes_to(world: World) -> None:
    post = make_post(world.ann)
    make_reply(world.bob, post)
    answer = browser_of(world.ann).post(f"/posts/{post.pk}/delete/")
    assert answer["Location"] == f"/posts/{post.pk}/"


def test_removing_asks_for_a_reason(world: World) -> None:
    post = make_post(world.bob, world.community(world.bob, owner=world.ann))
    browser = browser_of(world.ann)
    assert browser.get(f"/posts/{post.pk}/remove/").status_code == 200
    answer = browser.post(f"/posts/{post.pk}/remove/", {"reason": " "})
    assert answer.status_code == 422
    assert "Write something first" in answer.content.decode()
    assert browser.post(f"/posts/{post.pk}/remove/", {"reason": "Twice."}).status_code == 302
    assert Post.objects.get().removed_because == "Twice."


def test_others_neither_delete_nor_remove(world: World) -> None:
    post = make_post(world.ann)
    for deed in ("delete", "remove"):
        assert browser_of(world.bob).get(f"/posts/{post.pk}/{deed}/").status_code == 403
        assert browser_of(world.bob).post(f"/posts/{post.pk}/{deed}/", {"reason": "a"}).status_code == 403
    assert Post.objects.get().deleted_at is None


def test_saved_posts_are_listed_or_the_page_teaches(world: World) -> None:
    browser = browser_of(world.bob)
    assert "Nothing saved yet" in browser.get("/saved/").content.decode()
    post = make_post(world.ann, body="Kept at hand")
    browser.post(f"/posts/{post.pk}/save/")
    assert "Kept at hand" in browser.get("/saved/").content.decode()


def test_drafts_are_listed_go_on_and_are_dropped(world: World) -> None:
    browser, thread = browser_of(world.ann), make_post(world.ann)
    assert "No drafts" in browser.get("/drafts/").content.decode()
    places = [f"home:{home(world.ann).pk}", f"thread:{thread.pk}", f"edit:{thread.pk}"]
    for place in places:
        keep_draft(acts(world.ann), place=place, body=f"Words of {place}")
    page = browser.get("/drafts/").content.decode()
    for part in (f"/posts/new/?home={home(world.ann).pk}", f"/posts/{thread.pk}/#reply", f"/posts/{thread.pk}/edit/"):
        assert f'href="{part}"' in page
    browser.post("/posts/draft/drop/", {"place": places[0]})
    assert Draft.objects.count() == 2


def test_the_draft_of_a_place_that_one_left_is_still_ones_own(world: World) -> None:
    place = world.community(world.ann, kind="hidden", name="Secret place")
    keep_draft(acts(world.ann), place=f"home:{home(place).pk}", body="My own words")
    place.memberships.all().delete()
    page = browser_of(world.ann).get("/drafts/").content.decode()
    assert "My own words" in page
    assert "Secret place" not in page


@pytest.mark.parametrize(("field", "place"), [("thread", "thread:{}"), ("post", "edit:{}"), ("home", "home:{}")])
def test_a_draft_is_kept_for_the_form_that_it_stands_in(world: World, field: str, place: str) -> None:
    thread = make_post(world.ann)
    pk = home(world.ann).pk if field == "home" else thread.pk
    assert browser_of(world.ann).post("/posts/draft/", {field: pk, "body": "Half"}).status_code == 204
    assert Draft.objects.get().place == place.format(pk)


def test_a_topic_runs_across_places_that_one_reads(world: World) -> None:
    make_post(world.ann, world.community(world.ann, kind="hidden"), "Hidden talk of #Weft-Bars and #secret")
    make_post(world.ann, body="Open talk of #weft-bars")
    browser = browser_of(world.bob)
    page = browser.get("/topics/weft-bars/").content.decode()
    assert "Open talk" in page
    assert "Hidden talk" not in page
    assert browser.get("/topics/Weft-Bars/")["Location"] == "/topics/weft-bars/"
    for name in ("secret", "nothing", "-"):
        assert browser.get(f"/topics/{name}/").status_code == 404


def test_pages_of_lists_end(world: World) -> None:
    for number in range(21):
        make_post(world.ann, body=f"Number {number} of #many")
    browser = browser_of(world.bob)
    page = browser.get("/topics/many/").content.decode()
    assert page.count("data-post=") == 20
    before = Post.objects.order_by("-id")[19].pk
    assert f"/topics/many/?before={before}" in page
    assert browser.get(f"/topics/many/?before={before}").content.decode().count("data-post=") == 1
