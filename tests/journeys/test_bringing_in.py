"""A steward brings people in from a file and conversations from Slack, on pages."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.network import SLACK_FILE, STEWARD, Network
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser

Come = Callable[..., Visitor]

MORE_PEOPLE = """Employee id;First name;Last name;E-mail;Title;Department;Manager e-mail
N900;Noor;De Smet;noor.desmet@acmelabs.test;Weaver;Weaving;sarah.chen@acmelabs.test
N901;Bram;Maes;bram.maes@acmelabs.test;Weaver;Weaving;noor.desmet@acmelabs.test
"""


def test_people_of_a_file_are_looked_at_before_they_come_in(acme: Network, signed_in: Come, tmp_path: Path) -> None:
    els = signed_in(STEWARD)
    file = tmp_path / "new people.csv"
    file.write_text(MORE_PEOPLE, encoding="utf-8")
    els.go("/steward/people/")
    els.page.locator("input[type=file]").set_input_files(file)
    els.press("See what would change")
    expect(els.page.locator("main")).to_contain_text("Noor De Smet")
    preview = els.page.url
    els.go("/people/?q=noor")
    assert "Noor De Smet" not in els.text()
    els.go(preview)
    els.page.locator('form[action$="/apply/"] button').first.click()
    expect(els.page.locator("main")).to_contain_text("This is what was changed", timeout=20_000)
    els.go("/people/?q=noor")
    assert "Noor De Smet" in els.text()
    els.go("/units/")


def test_a_slack_export_is_brought_in_and_twice_changes_nothing(acme: Network, signed_in: Come) -> None:
    els = signed_in(STEWARD)
    for _ in range(2):
        els.go("/steward/imports/")
        els.page.locator("input[type=file]").set_input_files(SLACK_FILE)
        els.press("Bring it in")
        expect(els.page).to_have_url(re.compile(r"/steward/imports/\d+/"))
        expect(els.page.locator("main")).to_contain_text("messages were read", timeout=30_000)
    row = els.page.get_by_role("row", name=re.compile("^Posts"))
    came_in, was_here = (row.locator("td").nth(n).inner_text() for n in (0, 1))
    assert int(came_in) == 0
    assert int(was_here) > 10
    els.go("/communities/?q=enrique")
    els.page.locator("main").get_by_role("link", name=re.compile("enrique")).first.click()
    expect(els.page.locator("article[data-post]").first).to_be_visible()
    els.go("/steward/placeholders/")
    els.go("/steward/audit/")
