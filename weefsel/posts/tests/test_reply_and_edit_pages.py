"""Replies and edits never lose a word either."""

from weefsel.posts.commands.edit_post import edit_post
from weefsel.posts.commands.lock_thread import lock_thread
from weefsel.posts.models import Draft, Post
from weefsel.posts.testing import make_post, make_reply
from weefsel.posts.tests.world import World, acts, browser_of


def test_a_reply_stands_and_one_comes_to_it(world: World) -> None:
    thread = make_post(world.ann)
    answer = browser_of(world.bob).post(f"/posts/{thread.pk}/reply/", {"body": "Seen.", "reply_to": ""})
    stands = Post.objects.get(thread=thread)
    assert (answer.status_code, answer["Location"]) == (302, f"/posts/{stands.pk}/")


def test_a_reply_to_a_reply_is_one(world: World) -> None:
    thread = make_post(world.ann)
    first = make_reply(world.bob, thread)
    browser_of(world.ann).post(f"/posts/{thread.pk}/reply/", {"body": "Thanks.", "reply_to": first.pk})
    assert Post.objects.get(author=world.ann, thread=thread).reply_to == first


def test_an_empty_reply_comes_back(world: World) -> None:
    thread = make_post(world.ann, body="Whole text of the start")
    first = make_reply(world.bob, thread, "What is answered")
    answer = browser_of(world.bob).post(f"/posts/{thread.pk}/reply/", {"body": " ", "reply_to": first.pk})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Write something first" in page
    assert "What is answered" in page
    assert 'data-audience="inside"' in page


def test_a_locked_thread_gives_the_text_back_and_keeps_it(world: World) -> None:
    thread = make_post(world.ann)
    lock_thread(acts(world.ann), post_id=thread.pk)
    answer = browser_of(world.bob).post(f"/posts/{thread.pk}/reply/", {"body": "Long thought over"})
    assert answer.status_code == 409
    assert "Long thought over" in answer.content.decode()
    assert Draft.objects.get().place == f"thread:{thread.pk}"


def test_a_thread_that_is_not_for_one_gives_the_text_back(world: World) -> None:
    thread = make_post(world.ann, world.community(world.ann, kind="hidden"), "Restricted")
    for pk in (thread.pk, 1, 10**18):
        answer = browser_of(world.bob).post(f"/posts/{pk}/reply/", {"body": "Long thought over"})
        assert answer.status_code == 404
        assert "Long thought over" in answer.content.decode()
        assert "Restricted" not in answer.content.decode()


def test_an_edit_stands(world: World) -> None:
    post, browser = make_post(world.ann, body="First"), browser_of(world.ann)
    assert "First" in browser.get(f"/posts/{post.pk}/edit/").content.decode()
    answer = browser.post(f"/posts/{post.pk}/edit/", {"body": "Second", "edit_number": 0})
    assert (answer.status_code, Post.objects.get().body) == (302, "Second")


def test_two_edits_at_once_are_shown_side_by_side(world: World) -> None:
    post, browser = make_post(world.ann, body="One two three"), browser_of(world.ann)
    edit_post(acts(world.ann), post_id=post.pk, body="One two four", edit_number=0)
    answer = browser.post(f"/posts/{post.pk}/edit/", {"body": "One five three", "edit_number": 0})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "One two four</div>" in page
    assert "One five three</textarea>" in page
    assert 'name="edit_number" value="1"' in page
    assert browser.post(f"/posts/{post.pk}/edit/", {"body": "One five four", "edit_number": 1}).status_code == 302


def test_others_do_not_edit(world: World) -> None:
    post = make_post(world.ann)
    browser = browser_of(world.bob)
    assert browser.get(f"/posts/{post.pk}/edit/").status_code == 403
    assert browser.post(f"/posts/{post.pk}/edit/", {"body": "Mine", "edit_number": 0}).status_code == 403
    assert Post.objects.get().body != "Mine"


def test_the_history_shows_what_came_and_went(world: World) -> None:
    post = make_post(world.ann, body="Dock two is open")
    edit_post(acts(world.ann), post_id=post.pk, body="Dock three is open", edit_number=0)
    page = browser_of(world.bob).get(f"/posts/{post.pk}/history/").content.decode()
    assert "<del>two</del><ins>three</ins>" in page
    assert "First published" in page


def test_an_outsider_meets_no_unknown_name_in_the_history(world: World) -> None:
    world.person("dan")
    post = make_post(world.ann, world.shared(world.ann, world.cleo), "Ask @dan and @ann")
    edit_post(acts(world.ann), post_id=post.pk, body="Ask @ann", edit_number=0)
    page = browser_of(world.cleo).get(f"/posts/{post.pk}/history/").content.decode()
    assert "@dan" not in page
    assert "@ann" in page
    assert "@dan" in browser_of(world.ann).get(f"/posts/{post.pk}/history/").content.decode()


def test_the_history_of_what_one_may_not_read_does_not_exist(world: World) -> None:
    place = world.shared(world.ann, world.cleo)
    post = make_post(world.ann, place, inside_only=True)
    assert browser_of(world.cleo).get(f"/posts/{post.pk}/history/").status_code == 404


def test_the_thread_has_the_form_with_its_draft_and_what_it_answers(world: World) -> None:
    thread = make_post(world.ann)
    first = make_reply(world.bob, thread, "What is answered")
    browser = browser_of(world.ann)
    browser.post("/posts/draft/", {"thread": thread.pk, "body": "Half a thought", "form_key": "a-form-key"})
    page = browser.get(f"/posts/{thread.pk}/?to={first.pk}").content.decode()
    assert "Half a thought</textarea>" in page
    assert f'name="reply_to" value="{first.pk}"' in page
    assert 'name="form_key" value="a-form-key"' in page
    assert page.count('data-audience="inside"') >= 2


def test_who_may_only_read_has_no_form(world: World) -> None:
    thread = make_post(world.ann, world.community(world.ann, kind="on_request"))
    assert 'name="form_key"' not in browser_of(world.bob).get(f"/posts/{thread.pk}/").content.decode()
