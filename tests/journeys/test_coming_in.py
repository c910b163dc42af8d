"""Setting a network up in the browser, coming in by code and by password, and the first visit."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.communities import open_community
from tests.journeys.conftest import Visit
from tests.journeys.network import Network, served
from tests.journeys.visitor import Visitor, visiting

pytestmark = pytest.mark.browser

PASSWORD = "warp and weft, 2026"


def test_a_network_is_set_up_in_the_browser(
    tmp_path_factory: pytest.TempPathFactory, chromium: Browser, seen_by_axe: set[str]
) -> None:
    home = tmp_path_factory.mktemp("fresh") / "home"
    with served(home) as network, visiting(network, chromium, seen_by_axe) as els:
        els.go("/")
        els.go("/set-up/")
        els.page.get_by_label("Set-up code").fill((home / "set-up-code").read_text().strip())
        els.page.get_by_label("Name of the network").fill("Stoffenhuis")
        els.page.get_by_label("Domain of your e-mail addresses").fill("stoffenhuis.example")
        els.page.get_by_label("Your name").fill("Els Peeters")
        els.page.get_by_label("Your e-mail address at work").fill("els@stoffenhuis.example")
        els.press("Make the network")
        expect(els.page.locator(".rail-me")).to_contain_text("Els Peeters")
        els.skip_welcome()
        els.go("/steward/")
        assert "Stoffenhuis" in els.page.title()


def test_one_comes_in_by_a_code_from_ones_mail_then_by_a_password(acme: Network, visit: Visit) -> None:
    james = "james.wilson@acmelabs.test"
    with visit() as visitor:
        visitor.go("/inbox/")
        visitor.page.get_by_label("Your e-mail address at work").fill(james)
        visitor.press("Send me a code")
        code = re.search(r"^\s*([A-Z0-9]{3,}(?:-?[A-Z0-9]{3,})*)\s*$", acme.letter(james), re.MULTILINE)
        assert code is not None, acme.letter(james)
        visitor.page.locator('input[name="code"]').fill(code[1])
        visitor.press("Sign in")
        expect(visitor.page).to_have_url(f"{acme.url}/inbox/")
        visitor.go("/settings/security/password/first/")
        for name in ("password1", "password2"):
            visitor.page.locator(f'input[name="{name}"]').fill(PASSWORD)
        visitor.press("Keep this password")
    with visit() as visitor:
        visitor.go("/sign-in/")
        visitor.page.get_by_text("Sign in with a password").click()
        visitor.page.locator('input[name="login"]').fill(james)
        visitor.page.locator('input[name="password"]').fill(PASSWORD)
        visitor.press("Sign in")
        expect(visitor.page.locator(".rail-me")).to_contain_text("James Wilson")


def test_the_first_visit_has_three_steps(acme: Network, visit: Visit, signed_in: Callable[..., Visitor]) -> None:
    owner = signed_in("jennifer.walsh@acmelabs.test")
    open_community(owner, "Weaving together")
    with visit() as visitor:
        visitor.sign_in("michael.torres@acmelabs.test")
        assert "Where do you want to be?" in visitor.text()
        visitor.page.get_by_text("Weaving together").click()
        visitor.press("Go on")
        assert "Whom do you want to hear from?" in visitor.text()
        visitor.page.locator('input[name="person"]').first.check()
        visitor.press("Go on")
        visitor.page.locator('main input[type="text"], main textarea').first.fill("Looms, Carbon")
        visitor.press("Keep, and go to the network")
        expect(visitor.page).to_have_url(re.compile(r"/$"))
        expect(visitor.page.locator(".rail-mine")).to_contain_text("Weaving together")
        visitor.go("/people/michael-torres/")
        assert "Carbon" in visitor.text()
