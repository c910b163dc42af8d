"""What several journeys do with communities."""

from playwright.sync_api import expect

from tests.journeys.visitor import Visitor


def open_community(visitor: Visitor, name: str, kind: str = "open") -> str:
    """Open a community on its page, and return its address."""
    visitor.go("/communities/new/")
    visitor.page.get_by_label("Name", exact=True).fill(name)
    visitor.page.locator(f'input[name="kind"][value="{kind}"]').check()
    visitor.press("Open it")
    expect(visitor.page.locator("h1")).to_contain_text(name)
    return visitor.page.url.removeprefix(visitor.network.url)
