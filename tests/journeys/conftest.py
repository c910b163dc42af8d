"""The browser, a network to travel in, and visitors."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from functools import partial

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.network import Network, make_acme, served
from tests.journeys.visitor import FLAGS, Visitor, visiting
from tools.gates.browser import ready_browser

Visit = Callable[..., AbstractContextManager[Visitor]]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ready_browser(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def seen_by_axe() -> set[str]:
    """The kinds of pages that axe has looked at in this run."""
    return set()


@pytest.fixture(scope="session")
def acme(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Network]:
    """A network with fifty people, in which nobody has written anything. Each journey travels as people of its own."""
    home = tmp_path_factory.mktemp("journeys") / "home"
    make_acme(home)
    with served(home) as network:
        yield network


@pytest.fixture
def visit(acme: Network, chromium: Browser, seen_by_axe: set[str]) -> Visit:
    """Visitors of the network, each for the length of a block."""
    return partial(visiting, acme, chromium, seen_by_axe)


@pytest.fixture
def signed_in(visit: Visit) -> Iterator[Callable[..., Visitor]]:
    """Give visitors that are signed in and past their first visit, until the test ends."""
    with ExitStack() as visits:

        def come(email: str, **settings: object) -> Visitor:
            visitor: Visitor = visits.enter_context(visit(**settings))
            visitor.sign_in(email)
            visitor.skip_welcome()
            return visitor

        yield come
