"""A post from its draft to its end: with scripts and without, and by keys alone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.network import Network
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser

Come = Callable[..., Visitor]


def post_with(page: Page, words: str) -> str:
    """The id of the post that says this."""
    found = page.locator("article[data-post]", has_text=words).first
    expect(found).to_be_visible()
    return str(found.get_attribute("data-post"))


def test_a_post_is_drafted_published_answered_thanked_edited_and_deleted(acme: Network, signed_in: Come) -> None:
    sarah, james = signed_in("sarah.chen@acmelabs.test"), signed_in("james.wilson@acmelabs.test")
    page = sarah.page

    # What one types is kept on the server, and comes back after the page was closed.
    sarah.go("/posts/new/")
    page.locator("textarea[name=body]").type("The comb of loom four bends. @james", delay=5)
    expect(page.get_by_role("option", name=re.compile("James Wilson"))).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.type(" have you seen this? #Weft-bars")
    expect(page.locator("[data-preview]")).to_contain_text("James Wilson")
    expect(page.locator("[data-draft-note]")).to_contain_text("kept")
    sarah.go("/communities/")
    sarah.go("/posts/new/")
    expect(page.locator("textarea[name=body]")).to_have_value(re.compile("The comb of loom four bends. @james"))
    assert page.locator("[data-audience]").first.get_attribute("data-audience") == "inside"
    sarah.press("Post")
    expect(page).to_have_url(re.compile(r"/posts/\d+/"))
    thread = page.url
    expect(page.locator("article a", has_text="James Wilson").first).to_be_visible()

    # Whom it names finds it in the inbox, answers and thanks.
    expect_notice(james, "Sarah Chen")
    james.page.get_by_role("link", name=re.compile("Sarah Chen")).first.click()
    expect(james.page).to_have_url(re.compile(r"/posts/\d+/"))
    james.page.locator("article[data-post]").first.get_by_role("button", name="Thanks").click()
    expect(james.page.locator("article[data-post] [aria-pressed=true]", has_text="Thanks").first).to_be_visible()
    james.page.locator("#reply-text").fill("It bends when the hall is cold.")
    james.press("Reply")
    post_with(james.page, "It bends when the hall is cold.")
    james.picture("thread")

    # The topic gathers it; the author edits, everybody sees how it read before.
    sarah.go("/topics/weft-bars/")
    identifier = post_with(page, "The comb of loom four bends.")
    sarah.go(f"/posts/{identifier}/edit/")
    page.locator("textarea[name=body]").fill("The comb of loom four bends below twelve degrees. #Weft-bars")
    sarah.press("Save")
    expect(page.locator("article[data-post]").first).to_contain_text("below twelve degrees")
    sarah.go(f"/posts/{identifier}/history/")
    assert "First published" in sarah.text()
    sarah.go(f"/posts/{identifier}/reactions/")
    assert "James Wilson" in sarah.text()

    # Deleted, it leaves a tombstone, because an answer stands under it.
    sarah.go(f"/posts/{identifier}/delete/")
    sarah.press("Delete")
    sarah.go(thread)
    assert "below twelve degrees" not in sarah.text()
    assert "It bends when the hall is cold." in sarah.text()


def expect_notice(visitor: Visitor, name: str) -> None:
    """Look into the inbox until the job has told."""
    for _ in range(40):
        visitor.go("/inbox/")
        if visitor.page.locator(".notice", has_text=name).count():
            return
        visitor.page.wait_for_timeout(250)
    raise AssertionError(f"Nothing of {name} in the inbox: {visitor.text()}")


def test_everything_about_writing_works_without_scripts(acme: Network, signed_in: Come) -> None:
    emily = signed_in("emily.rodriguez@acmelabs.test", java_script_enabled=False)
    page = emily.page
    emily.go("/")
    page.locator("details.composer summary").click()
    page.get_by_role("link", name="Write your post").click()
    page.locator("textarea[name=body]").fill("Without a script, for @sarah-chen. #Plain-pages")
    emily.press("Post")
    identifier = post_with(page, "Without a script")
    page.locator("#reply-text").fill("And an answer.")
    emily.press("Reply")
    post_with(page, "And an answer.")
    emily.go(f"/posts/{identifier}/")
    page.locator("article[data-post]").first.get_by_role("button", name="Save").first.click()
    emily.go("/saved/")
    post_with(page, "Without a script")
    emily.go(f"/posts/{identifier}/edit/")
    page.locator("textarea[name=body]").fill("Still without a script.")
    emily.press("Save")
    emily.go(f"/posts/{identifier}/delete/")
    emily.press("Delete")
    emily.go("/saved/")
    assert "Still without" not in emily.text()


def test_one_reads_and_writes_by_keys_alone(acme: Network, signed_in: Come) -> None:
    david = signed_in("david.kim@acmelabs.test")
    page = david.page
    for words in ("The first of two.", "The second of two."):
        david.go("/")
        page.keyboard.press("c")
        expect(page.locator("textarea[name=body]")).to_be_focused()
        page.keyboard.type(words)
        while page.evaluate("document.activeElement.textContent.trim()") != "Post":
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(r"/posts/\d+/"))
    david.go("/")
    page.keyboard.press("j")
    focused = page.locator("article[data-post]:focus")
    expect(focused).to_contain_text("The second of two.")
    page.keyboard.press("j")
    expect(focused).to_contain_text("The first of two.")
    page.keyboard.press("k")
    expect(focused).to_contain_text("The second of two.")
    page.keyboard.press("?")
    expect(page.locator("dialog[open]")).to_contain_text("Write a post")
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.keyboard.press("/")
    expect(page.locator("main input[type=search]").first).to_be_visible()
    page.keyboard.press("/")
    expect(page.locator("main input[type=search]").first).to_be_focused()
    page.locator("h1").click()
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("g")
    page.keyboard.press("i")
    expect(page).to_have_url(f"{acme.url}/inbox/")
