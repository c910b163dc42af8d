"""Every kind of page of the demonstration: axe, a narrow screen, Dutch, the dark. The pictures of the README too."""

from collections.abc import Iterable, Iterator
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.journeys.network import Network, served
from tests.journeys.visitor import NARROW, TOO_WIDE, Visitor, shape_of, visiting

pytestmark = pytest.mark.browser

STEWARD, EMPLOYEE = "Tom Verlinden", "Marie Vanhoutte"
MOST = 90  # kinds of pages: a walk that finds more goes round in circles
LEFT_ALONE = ("/sign-in/", "/static/", "/steward/audit/seals/")


@pytest.fixture(scope="module")
def lindewever(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Network]:
    """The demonstration, as one command serves it."""
    with served(tmp_path_factory.mktemp("lindewever") / "home", "demo") as network:
        yield network


def links_of(page: Page) -> set[str]:
    found = page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))")
    here = urlsplit(page.url)
    addresses = {urldefrag(urljoin(page.url, href))[0] for href in found}
    return {a for a in addresses if urlsplit(a).netloc == here.netloc and not urlsplit(a).path.startswith(LEFT_ALONE)}


def walk(visitor: Visitor, starts: Iterable[str]) -> dict[str, str]:
    """Follow every link of every page to each kind of page once."""
    ahead, seen = [f"{visitor.network.url}{start}" for start in starts], dict[str, str]()
    while ahead:
        url = ahead.pop(0)
        if shape_of(url) in seen or urlsplit(url).path.endswith("/file/"):
            continue
        answer = visitor.page.goto(url, wait_until="load")
        assert answer is not None
        seen[shape_of(url)] = url
        if answer.status >= 400:
            visitor.wrong.append(f"{answer.status} at {url}, to which a page links")
            continue
        ahead += sorted(links_of(visitor.page))
        assert len(seen) <= MOST, sorted(seen)
    return seen


def test_every_page_holds_for_everybody(lindewever: Network, chromium: Browser) -> None:
    seen_by_axe: set[str] = set()
    for which in (STEWARD, EMPLOYEE):
        with visiting(lindewever, chromium, seen_by_axe, color_scheme="light") as visitor:
            sign_in_as(visitor, which)
            pages = walk(visitor, ["/", "/keys/", "/drafts/", "/welcome/", "/styleguide/" if which == STEWARD else "/"])
            visitor.visited.update({shape: url for shape, url in pages.items() if shape not in visitor.visited})
            if which == STEWARD:
                assert len(pages) > 30, sorted(pages)
                visitor.wrong += in_dutch_and_narrow(visitor, pages.values())
                visitor.wrong += in_the_dark(chromium, visitor, pages)
            else:
                take_pictures(visitor)


def sign_in_as(visitor: Visitor, name: str) -> None:
    visitor.go("/sign-in/")
    visitor.picture("sign-in")
    visitor.page.locator(".door-people button", has_text=name).click()
    visitor.page.wait_for_selector(".rail-me")
    visitor.skip_welcome()


def speak(visitor: Visitor, language: str) -> None:
    visitor.go("/settings/preferences/")
    visitor.page.locator('select[name="language"]').select_option(language)
    visitor.page.locator("main form button").last.click()
    visitor.page.wait_for_load_state()


def in_dutch_and_narrow(visitor: Visitor, urls: Iterable[str]) -> list[str]:
    """Dutch words are longer: on the narrowest screen, nothing may stand out at the side."""
    speak(visitor, "nl")
    visitor.page.set_viewport_size(NARROW)  # type: ignore[arg-type]  # a plain dictionary will do
    found = []
    for url in urls:
        visitor.page.goto(url, wait_until="load")
        over = visitor.page.evaluate(TOO_WIDE)
        found += [f"{url}: {over} px too wide at 360 in Dutch"] if over > 0 else []
        language = visitor.page.locator("html").get_attribute("lang")
        found += [f"{url}: in {language}, not in Dutch"] if language != "nl" else []
    return found


def in_the_dark(chromium: Browser, visitor: Visitor, pages: dict[str, str]) -> list[str]:
    """The colours of the dark are enough apart, on the pages that show most components."""
    context = chromium.new_context(storage_state=visitor.context.storage_state(), bypass_csp=True, color_scheme="dark")
    page, found = context.new_page(), []
    for shape in ("/", "/styleguide/", "/posts/N/", "/people/X/", "/communities/X/"):
        page.goto(pages[shape], wait_until="load")
        for violation in Axe().run(page, options={"runOnly": ["color-contrast"]}).response["violations"]:
            found += [f"{shape} in the dark: {node['html'][:150]}" for node in violation["nodes"][:3]]
    context.close()
    return found


def take_pictures(visitor: Visitor) -> None:
    """Home, a thread, a community, a person, a unit, the composer, and home on a telephone, for the README."""
    speak(visitor, "en")
    for name, start, chosen in (
        ("home", "/", ""),
        ("thread", "/", "article[data-post] .post-title a"),
        ("community", "/communities/", "main a[href^='/communities/']:not([href*='new'], [href*='?'])"),
        ("person", "/", "main article[data-post] a[href^='/people/']"),
        ("unit", "/units/", "main a[href^='/units/']"),
        ("write", "/posts/new/", ""),
    ):
        visitor.go(start)
        if chosen:
            visitor.page.goto(urljoin(visitor.page.url, visitor.page.locator(chosen).first.get_attribute("href")))
        visitor.picture(name)
    visitor.page.set_viewport_size(NARROW)  # type: ignore[arg-type]  # a plain dictionary will do
    visitor.go("/")
    visitor.picture("home-narrow")
