"""The hot paths: how each is asked for, by whom, and what it must answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from weefsel.config.bench.load import ask_once

_SECRET: Final = "b" * 32  # as a browser has it after its first page


@dataclass(frozen=True, slots=True)
class HotPath:
    """A path of the bench. ``requests_of`` makes a request for each reader: port, sign-in session keys, long thread."""

    name: str
    status: int
    requests_of: Callable[[int, Sequence[str], int], list[bytes]]


def request(path: str, key: str, tag: str = "") -> bytes:
    """A GET as a browser sends it, by the owner of a sign-in session."""
    lines = [
        f"GET {path} HTTP/1.1",
        "Host: localhost",
        f"Cookie: weefsel-session={key}; weefsel-csrf={_SECRET}",
        "Accept-Language: en",
    ]
    if tag:
        lines.append(f"If-None-Match: {tag}")
    return "\r\n".join([*lines, "", ""]).encode()


def _home(_port: int, keys: Sequence[str], _thread: int) -> list[bytes]:
    return [request("/", key) for key in keys]


def _thread(_port: int, keys: Sequence[str], thread: int) -> list[bytes]:
    return [request(f"/posts/{thread}/", key) for key in keys]


def _anything_new(port: int, keys: Sequence[str], _thread: int) -> list[bytes]:
    """Each reader brings the tag that the first answer gave, as an open page does."""
    return [request("/news/", key, _tag(ask_once(port, request("/news/", key)))) for key in keys]


def _tag(answer: bytes) -> str:
    head = answer.split(b"\r\n\r\n", 1)[0].decode("latin-1")
    return next(line.split(":", 1)[1].strip() for line in head.split("\r\n") if line.lower().startswith("etag:"))


PATHS: Final = {
    path.name: path
    for path in (
        HotPath("home_html", 200, _home),
        HotPath("thread_html", 200, _thread),
        HotPath("anything_new", 304, _anything_new),
    )
}
