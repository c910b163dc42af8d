"""Somebody with a browser, under the real content policy; what goes wrong meanwhile fails the journey."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response

from tests.journeys.network import Network
from weefsel.config.environment import CHECKOUT

PICTURES = CHECKOUT / "docs/pictures"
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 780}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_ANSWERED = "Failed to load resource"  # a refusal is an answer; faults are told apart by their status


@dataclass
class Visitor:
    """A person at a page. ``wrong`` gathers faults of the server, complaints of the browser and what axe finds."""

    network: Network
    browser: Browser
    context: BrowserContext
    page: Page
    visited: dict[str, str] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        self.page.goto(f"{self.network.url}{path}" if path.startswith("/") else path, wait_until="load")

    def press(self, name: str, *, role: Any = "button") -> None:
        """Press the one thing in the page that has this name."""
        self.page.get_by_role(role, name=name, exact=True).first.click()

    def sign_in(self, email: str) -> None:
        self.go(self.network.link(email))

    def skip_welcome(self) -> None:
        if "/welcome/" in self.page.url:
            self.press("Skip everything")

    def text(self) -> str:
        return self.page.locator("main").inner_text()

    def picture(self, name: str) -> None:
        """Keep a picture for the README, when pictures are asked for."""
        if os.environ.get("PICTURES") == "1":
            PICTURES.mkdir(exist_ok=True)
            self.page.screenshot(path=PICTURES / f"{name}.png")

    def note(self, answer: Response) -> None:
        """Remember a page that was shown, by the shape of its address, and any fault."""
        if answer.status >= 500:
            self.wrong.append(f"{answer.status} at {answer.url}")
        is_page = answer.request.is_navigation_request() and answer.request.method == "GET" and answer.ok
        if is_page and "text/html" in answer.headers.get("content-type", "") and "/link/" not in answer.url:
            self.visited.setdefault(shape_of(answer.url), answer.url)

    def complain(self, message: ConsoleMessage) -> None:
        if message.type == "error" and _ANSWERED not in message.text:
            self.wrong.append(f"{self.page.url}: {message.text}")


def shape_of(url: str) -> str:
    """The address without what differs from one thing to the next."""
    path = re.sub(r"^https?://[^/]+|[?#].*$", "", url)
    return re.sub(r"/(communities|people|topics)/(?!new/)[^/]+/", r"/\1/X/", re.sub(r"\d+", "N", path))


@contextmanager
def visiting(network: Network, browser: Browser, seen_by_axe: set[str], **settings: Any) -> Iterator[Visitor]:
    """A visitor until the block ends; then axe looks at each kind of page that nobody showed it yet."""
    context = browser.new_context(**{"viewport": WIDE, "locale": "en", **settings})
    context.set_default_timeout(15_000)
    page = context.new_page()
    visitor = Visitor(network, browser, context, page)
    page.on("response", visitor.note)
    page.on("console", visitor.complain)
    page.on("pageerror", lambda error: visitor.wrong.append(f"{page.url}: {error}"))
    try:
        yield visitor
        fresh = {shape: url for shape, url in visitor.visited.items() if shape not in seen_by_axe}
        state = context.storage_state()
        page.close()
        seen_by_axe |= set(fresh)
        visitor.wrong += axe_finds(browser, state, fresh.values())
    finally:
        context.close()
    assert not visitor.wrong, "\n".join(visitor.wrong)


def axe_finds(browser: Browser, state: Any, urls: Any, **settings: Any) -> list[str]:
    """What axe has against these pages, and which of them are too wide for a narrow screen.

    Axe is put into the page, which the content policy forbids, so it gets a context of its own.
    """
    found: list[str] = []
    context = browser.new_context(
        storage_state=state, bypass_csp=True, **{"viewport": WIDE, "locale": "en", **settings}
    )
    page = context.new_page()
    for url in urls:
        page.goto(url, wait_until="load")
        for violation in Axe().run(page).response["violations"]:
            first = violation["nodes"][0]
            found.append(f"{url}: axe {violation['id']}: {first['html'][:200]} {first['failureSummary'][:300]}")
        page.set_viewport_size(NARROW)  # type: ignore[arg-type]  # a plain dictionary will do
        over = page.evaluate(TOO_WIDE)
        found += [f"{url}: {over} px too wide at 360"] if over > 0 else []
        page.set_viewport_size(WIDE)  # type: ignore[arg-type]  # the same
    context.close()
    return found
