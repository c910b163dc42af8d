"""Communities: asking to join, being let in, the inbox, and leaving again."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.communities import open_community
from tests.journeys.network import Network
from tests.journeys.test_writing import expect_notice
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser

Come = Callable[..., Visitor]


def test_one_asks_to_join_is_let_in_and_leaves_again(acme: Network, signed_in: Come) -> None:
    amanda, ryan = signed_in("amanda.foster@acmelabs.test"), signed_in("ryan.obrien@acmelabs.test")
    address = open_community(amanda, "Quality circle", "on_request")

    ryan.go(address)
    ryan.press("Ask to join", role="link")
    ryan.page.locator("textarea[name=text]").fill("I measure the same thing in the other hall.")
    ryan.press("Send the request")
    expect(ryan.page.locator("main")).to_contain_text("You asked to join")

    expect_notice(amanda, "Ryan")
    assert "I measure the same thing in the other hall." in amanda.text()
    amanda.press("Look and decide", role="link")
    amanda.page.get_by_role("button", name="Let in").first.click()
    expect(amanda.page.locator("main")).to_contain_text("They are in")

    expect_notice(ryan, "Quality circle")
    ryan.go(address)
    ryan.page.locator("details.composer summary").click()
    ryan.page.locator("textarea[name=body]").fill("Good to be here.")
    ryan.press("Post")
    expect(ryan.page.locator("article[data-post]").first).to_contain_text("Good to be here.")

    # Leaving takes no more than joining: what one asks for, and a yes.
    ryan.go(address)
    ryan.press("Leave", role="link")
    ryan.page.locator('form[action$="/leave/"] button').last.click()
    expect(ryan.page.locator("main")).to_contain_text("You left")


def test_a_notice_is_put_aside_and_taken_back(acme: Network, signed_in: Come) -> None:
    kevin, lisa = signed_in("kevin.nguyen@acmelabs.test"), signed_in("lisa.martinez@acmelabs.test")
    kevin.go("/posts/new/")
    kevin.page.locator("textarea[name=body]").fill("@lisa-martinez what did the customer say?")
    kevin.press("Post")
    expect(kevin.page.locator("article[data-post]").first).to_be_visible()
    expect_notice(lisa, "Kevin Nguyen")
    notice = lisa.page.locator(".notice", has_text="Kevin Nguyen").first
    notice.locator(".notice-acts button").click()
    expect(lisa.page.locator(".notice.is-done")).to_have_count(1)
    lisa.page.locator(".notice.is-done .notice-acts button").click()
    expect(lisa.page.locator(".notice.is-done")).to_have_count(0)
    lisa.page.locator(".notice .notice-acts button").first.click()
    expect(lisa.page.locator(".notice.is-done")).to_have_count(1)
    lisa.go("/inbox/")
    assert "Kevin Nguyen" not in lisa.text()
    assert lisa.page.locator("[data-end]").count() == 1
    lisa.go("/inbox/?show=done")
    assert "Kevin Nguyen" in lisa.text()
