"""Passkeys with a virtual authenticator, an authenticator app, recovery codes, and the browsers one is signed in on."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import Visit
from tests.journeys.network import Network
from tests.journeys.visitor import Visitor, visiting

pytestmark = pytest.mark.browser

PHONE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
PAGES_OF_STRANGERS = (
    "/sign-in/", "/sign-in/code/", "/sign-in/password/forgotten/", "/sign-in/password/sent/", "/sign-in/password/kept/",
    "/sign-in/closed/", "/sign-in/by-invitation/",
)  # fmt: skip


def carry_a_key(visitor: Visitor) -> Callable[[], list[Any]]:
    """Give the browser an authenticator, and say how to ask what it holds."""
    session = visitor.context.new_cdp_session(visitor.page)
    session.send("WebAuthn.enable")
    made = session.send("WebAuthn.addVirtualAuthenticator", {"options": PHONE})
    return lambda: list(session.send("WebAuthn.getCredentials", made)["credentials"])


def code_of_app(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


def test_a_passkey_is_added_signs_in_and_is_taken_away(acme: Network, visit: Visit) -> None:
    with visit() as visitor:
        held = carry_a_key(visitor)
        visitor.sign_in("victoria.reed@acmelabs.test")
        visitor.skip_welcome()
        visitor.go("/settings/security/passkeys/")
        visitor.press("Add a passkey", role="link")
        visitor.page.get_by_label("Name").fill("My phone")
        visitor.press("Go on")
        expect(visitor.page.get_by_role("heading", name="Recovery codes")).to_be_visible()
        assert len(held()) == 1
        visitor.go("/sign-in/out/")
        visitor.press("Sign out")
        expect(visitor.page.get_by_role("heading", name="Good to see you")).to_be_visible()
        visitor.press("Sign in with a passkey")
        expect(visitor.page.locator(".rail-me")).to_contain_text("Victoria Reed")
        visitor.go("/settings/security/passkeys/")
        assert "My phone" in visitor.text()
        visitor.press("Take away", role="link")
        expect(visitor.page.get_by_role("heading", name="Is it you?")).to_be_visible()
        visitor.press("Use a security key", role="link")
        visitor.press("Use my passkey")
        visitor.press("Take it away")
        assert "no passkey yet" in visitor.text()
    assert "passkey was taken away" in acme.letter("victoria.reed@acmelabs.test")


def test_a_browser_that_has_no_passkey_says_so_calmly(visit: Visit) -> None:
    with visit() as visitor:
        session = visitor.context.new_cdp_session(visitor.page)
        session.send("WebAuthn.enable")
        session.send("WebAuthn.addVirtualAuthenticator", {"options": {**PHONE, "isUserVerified": False}})
        visitor.go("/sign-in/")
        visitor.press("Sign in with a passkey")
        expect(visitor.page.get_by_text("let us send you a code")).to_be_visible()


def test_an_app_asks_for_its_code_and_a_recovery_code_stands_in_for_it(visit: Visit) -> None:
    nathan = "nathan.coleman@acmelabs.test"
    with visit() as visitor:
        visitor.sign_in(nathan)
        visitor.skip_welcome()
        visitor.go("/settings/security/app/")
        secret = visitor.page.locator(".secret").inner_text()
        visitor.page.locator('main input[name="code"]').fill(code_of_app(secret))
        visitor.press("Switch it on")
        expect(visitor.page.get_by_role("heading", name="Recovery codes")).to_be_visible()
        codes = visitor.page.locator(".codes li").all_inner_texts()
    with visit() as visitor:
        visitor.sign_in(nathan)
        expect(visitor.page.get_by_role("heading", name="One more step")).to_be_visible()
        visitor.go("/people/")
        expect(visitor.page.get_by_role("heading", name="One more step")).to_be_visible()
        visitor.page.locator('input[name="code"]').fill("000000")
        visitor.press("Sign in")
        expect(visitor.page.locator(".is-wrong")).to_be_visible()
        visitor.page.locator('input[name="code"]').fill(codes[0])
        visitor.press("Sign in")
        expect(visitor.page.locator(".rail-me")).to_be_visible()


def test_one_signs_another_browser_out(visit: Visit) -> None:
    with visit() as phone, visit() as desk:
        for visitor in (phone, desk):
            visitor.sign_in("olivia.barnes@acmelabs.test")
            visitor.skip_welcome()
        desk.go("/settings/sessions/")
        assert "Chrome on Linux" in desk.text()
        desk.press("Chrome on Linux")
        assert "signed out" in desk.text()
        phone.go("/settings/")
        expect(phone.page).to_have_url(re.compile(r"/sign-in/\?next="))


def test_the_pages_of_the_door_hold_without_script_and_in_dutch(
    acme: Network, chromium: Browser, seen_by_axe: set[str]
) -> None:
    with visiting(acme, chromium, seen_by_axe, java_script_enabled=False, locale="nl") as visitor:
        for path in PAGES_OF_STRANGERS:
            visitor.go(path)
            assert visitor.page.locator("h1").count() == 1, path
