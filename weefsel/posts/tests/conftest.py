import sys

import pytest

from weefsel.kernel import events as kernel_events
from weefsel.posts.tests.world import World


@pytest.fixture
def world(db: None) -> World:
    """A home organisation and a customer."""
    return World()


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What is announced, in its order."""
    heard: list[object] = []
    hear = kernel_events.announce

    def announce(event: object) -> None:
        heard.append(event)
        hear(event)

    for name, module in list(sys.modules.items()):
        if name.startswith("weefsel.posts.commands") and getattr(module, "announce", None) is hear:
            monkeypatch.setattr(module, "announce", announce)
    return heard
