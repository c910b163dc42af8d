"""A network of its own, served by ``weefsel serve`` in a process of its own."""

import contextlib
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path

from weefsel.config.environment import CHECKOUT
from weefsel.config.tests.commands import running, weefsel

HR_FILE = CHECKOUT / "tests/data/hr/employees.csv"
SLACK_FILE = CHECKOUT / "tests/data/slack/testarchive.zip"
STEWARD = "els@acmelabs.test"
PATIENCE = 20.0  # seconds until something that was started must have ended


@dataclass(frozen=True, slots=True)
class Network:
    """Where it lives and where it is served."""

    home: Path
    port: int

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def link(self, email: str) -> str:
        """A link that signs this person in, as an operator would print it."""
        done = weefsel(self.home, "sign-in-link", email)
        assert done.code == 0, done.err
        return done.out.strip()

    def letter(self, to: str) -> str:
        """The text of the newest letter to somebody, once it is there."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            for path in sorted(self.home.glob("mail/**/*"), key=lambda path: path.stat().st_mtime, reverse=True):
                letter = message_from_bytes(path.read_bytes(), policy=policy.default) if path.is_file() else None
                part = letter.get_body(("plain",)) if letter is not None and to in str(letter["To"]) else None
                if part is not None:
                    return str(part.get_content())
            time.sleep(0.1)
        raise AssertionError(f"No letter came to {to}.")


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("localhost", 0))
        return int(listening.getsockname()[1])


@contextlib.contextmanager
def served(home: Path, command: str = "serve") -> Iterator[Network]:
    """Serve a home until the block ends."""
    port = free_port()
    with running(home, command, "--port", str(port), said="Weefsel is at"):
        yield Network(home, port)


def make_acme(home: Path) -> None:
    """A network with its first steward and the people of an HR file: fifty, in their units, with their managers."""
    name = ("--name", "Acme Labs", "--steward-email", STEWARD, "--steward-name", "Els Peeters")
    made = weefsel(home, "init", *name, "--language", "en", "--home-domain", "acmelabs.test", "--yes")
    assert made.code == 0, made.err
    synced = weefsel(home, "people", "sync", str(HR_FILE))
    assert synced.code == 0, synced.err
