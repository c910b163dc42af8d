"""From ASGI to WSGI: nothing is lost on the way, nobody sees a trace, and no reader keeps a thread for ever."""

import asyncio
import io
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from weefsel.config.bridge import Bridge
from weefsel.config.bridge.asgi import Message, Response, Scope
from weefsel.config.bridge.environ import FILE_BLOCK, environ_of

Environ = dict[str, Any]
Start = Callable[..., Any]
OK = [("Content-Type", "text/plain")]


def scope_of(path: str = "/", method: str = "GET", headers: Iterable[tuple[str, str]] = ()) -> Scope:
    return {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": b"q=1",
        "http_version": "1.1",
        "scheme": "http",
        "server": ("localhost", 8000),
        "client": ("10.0.0.9", 5000),
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers],
    }


class Visitor:
    """Sends a body in pieces, then waits; keeps what it is sent. ``leaves_after`` messages it goes."""

    def __init__(self, *pieces: bytes, leaves: bool = False, leaves_after: int | None = None) -> None:
        self._pieces = list(pieces) or [b""]
        self._leaves = leaves
        self._leaves_after = leaves_after
        self._left = asyncio.Event()
        self.messages: list[Message] = []

    async def receive(self) -> Message:
        if self._pieces:
            piece = self._pieces.pop(0)
            more = bool(self._pieces) or self._leaves
            return {"type": "http.request", "body": piece, "more_body": more}
        if not self._leaves:
            await self._left.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Message) -> None:
        self.messages.append(message)
        if self._leaves_after is not None and len(self.messages) >= self._leaves_after:
            self._left.set()

    @property
    def status(self) -> int:
        return int(self.messages[0]["status"])

    @property
    def headers(self) -> dict[bytes, bytes]:
        return dict(self.messages[0]["headers"])

    @property
    def body(self) -> bytes:
        return b"".join(m.get("body", b"") for m in self.messages[1:])

    @property
    def is_complete(self) -> bool:
        return bool(self.messages) and not self.messages[-1].get("more_body", False) and len(self.messages) > 1


def visit(application: Any, scope: Scope, *pieces: bytes, largest: int = 10**8, **visitor: Any) -> Visitor:
    async def go() -> Visitor:
        bridge = Bridge(application, threads=2, largest_body=largest, early=visitor.pop("early", None))
        made = Visitor(*pieces, **visitor)
        await asyncio.wait_for(bridge(scope, made.receive, made.send), 10)
        bridge.close()
        return made

    return asyncio.run(go())


def echo(environ: Environ, start: Start) -> list[bytes]:
    start("200 OK", OK)
    read = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
    return [f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}?{environ['QUERY_STRING']} ".encode(), read]


def test_a_request_goes_over_and_its_answer_comes_back_in_one_piece() -> None:
    answer = visit(echo, scope_of("/x"), b"hello ", b"world")
    assert answer.status == 200
    assert answer.headers == {b"content-type": b"text/plain", b"content-length": b"22"}
    assert answer.body == b"GET /x?q=1 hello world"
    assert len(answer.messages) == 2


def test_a_large_body_goes_over_by_a_file() -> None:
    piece = b"x" * 65536
    answer = visit(echo, scope_of("/", "POST"), *[piece] * 64)
    assert len(answer.body) > 64 * 65536


def test_a_body_beyond_the_limit_is_refused_before_it_is_read_or_while() -> None:
    declared = visit(echo, scope_of("/", "POST", [("Content-Length", "1001")]), b"x", largest=1000)
    assert declared.status == 413
    assert b"Send less at once" in declared.body
    grown = visit(echo, scope_of("/", "POST"), b"x" * 600, b"x" * 600, largest=1000)
    assert grown.status == 413


def test_who_leaves_while_sending_is_not_answered() -> None:
    asked = []

    def application(environ: Environ, start: Start) -> list[bytes]:
        asked.append(environ)
        return echo(environ, start)

    answer = visit(application, scope_of("/", "POST"), b"half", leaves=True)
    assert answer.messages == []
    assert asked == []


def test_bodies_that_do_not_come_keep_no_page_from_anybody_and_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("weefsel.config.bridge.bridge.PATIENCE", 0.3)

    async def go() -> tuple[list[Visitor], Visitor, Visitor]:
        bridge = Bridge(echo, threads=1, largest_body=10**6)
        headers = [("Content-Length", "10")]
        silent = [Visitor(b"x", leaves=False) for _ in range(100)]

        async def never() -> Message:
            await asyncio.sleep(60)
            raise AssertionError("Nobody waits so long.")

        held = [asyncio.create_task(bridge(scope_of("/", "POST", headers), never, each.send)) for each in silent]
        await asyncio.sleep(0)
        page, form = Visitor(), Visitor(b"0123456789")
        await bridge(scope_of("/"), page.receive, page.send)
        await bridge(scope_of("/", "POST", headers), form.receive, form.send)
        await asyncio.wait_for(asyncio.gather(*held), 10)
        late = Visitor(b"0123456789")
        await bridge(scope_of("/", "POST", headers), late.receive, late.send)
        assert late.status == 200
        bridge.close()
        return silent, page, form

    silent, page, form = asyncio.run(go())
    assert page.status == 200
    assert form.status == 503
    assert {each.status for each in silent} == {408}


def test_a_full_disk_while_a_body_comes_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.BytesIO):
        def write(self, _: Any) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.SpooledTemporaryFile", lambda _: Full())
    answer = visit(echo, scope_of("/", "POST"), b"x")
    assert answer.status == 507
    assert b"disk of this network is full" in answer.body


def test_an_error_becomes_a_calm_page() -> None:
    def application(_: Environ, start: Start) -> list[bytes]:
        raise ValueError("secret")

    answer = visit(application, scope_of())
    assert answer.status == 500
    assert b"Go back and try again" in answer.body
    assert b"secret" not in answer.body
    assert b"Traceback" not in answer.body


def test_head_has_the_headers_of_get_and_no_body() -> None:
    def application(_: Environ, start: Start) -> list[bytes]:
        start("200 OK", [*OK, ("Content-Length", "5")])
        return [b"hello"]

    answer = visit(application, scope_of(method="HEAD"))
    assert answer.headers[b"content-length"] == b"5"
    assert answer.body == b""
    assert answer.is_complete


class Pieces:
    """An iterable that Django would call a streaming response."""

    streaming = True

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self.threads: set[int] = set()
        self.is_closed = False

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self.threads.add(threading.get_ident())
            yield piece

    def close(self) -> None:
        self.is_closed = True


def streaming(pieces: Pieces) -> Callable[[Environ, Start], Pieces]:
    def application(_: Environ, start: Start) -> Pieces:
        start("200 OK", OK)
        return pieces

    return application


def test_a_stream_comes_piece_by_piece_out_of_one_thread_and_is_closed() -> None:
    pieces = Pieces([b"a", b"b", b"c"])
    answer = visit(streaming(pieces), scope_of())
    assert [m["body"] for m in answer.messages[1:]] == [b"a", b"b", b"c", b""]
    assert answer.is_complete
    assert len(pieces.threads) == 1
    assert pieces.is_closed


def test_a_stream_ends_when_its_reader_leaves() -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield b"x"

    pieces = Pieces(endless())
    answer = visit(streaming(pieces), scope_of(), leaves_after=3)
    assert pieces.is_closed
    assert not answer.is_complete


def test_a_stream_that_breaks_does_not_look_complete() -> None:
    def broken() -> Iterator[bytes]:
        yield b"x"
        raise ValueError("secret")

    pieces = Pieces(broken())
    answer = visit(streaming(pieces), scope_of())
    assert pieces.is_closed
    assert answer.body == b"x"
    assert not answer.is_complete


def test_a_file_is_sent_whole_and_closed(tmp_path: Path) -> None:
    content = bytes(range(256)) * 4096
    (tmp_path / "file").write_bytes(content)
    file = (tmp_path / "file").open("rb")

    def application(environ: Environ, start: Start) -> Any:
        start("200 OK", OK)
        return environ["wsgi.file_wrapper"](file, 4096)

    answer = visit(application, scope_of())
    assert answer.body == content
    assert len(answer.messages) == 2 + len(content) // FILE_BLOCK
    assert file.closed


def test_what_stands_before_the_application_may_answer_its_path() -> None:
    def early(scope: Scope) -> Response | None:
        return None if (b"x", b"1") in scope["headers"] else Response(304, [(b"etag", b"1")])

    assert visit(echo, scope_of("/news"), early={"/news": early}).status == 304
    assert visit(echo, scope_of("/news", headers=[("x", "1")]), early={"/news": early}).status == 200
    assert visit(echo, scope_of("/other"), early={"/news": early}).status == 200


def test_cookies_and_repeated_headers_are_joined_and_disguised_ones_left_out() -> None:
    headers = [("Cookie", "a=1"), ("Cookie", "b=2"), ("X-Two", "1"), ("X-Two", "2"), ("X_Two", "3"), ("Proxy", "evil")]
    environ = environ_of(scope_of("/é", headers=headers), io.BytesIO(), 0, 0)
    assert environ["HTTP_COOKIE"] == "a=1; b=2"
    assert environ["HTTP_X_TWO"] == "1,2"
    assert "HTTP_PROXY" not in environ
    assert environ["PATH_INFO"].encode("latin-1").decode() == "/é"


@pytest.mark.parametrize(("trusted", "address"), [(0, "10.0.0.9"), (1, "3.3.3.3"), (2, "2.2.2.2"), (5, "1.1.1.1")])
def test_forwarded_addresses_count_as_far_as_proxies_are_trusted(trusted: int, address: str) -> None:
    headers = [("X-Forwarded-For", "1.1.1.1, 2.2.2.2, 3.3.3.3"), ("X-Forwarded-Proto", "https")]
    environ = environ_of(scope_of(headers=headers), io.BytesIO(), 0, trusted)
    assert environ["REMOTE_ADDR"] == address
    assert environ["wsgi.url_scheme"] == ("https" if trusted else "http")
    assert "HTTP_X_FORWARDED_PROTO" not in environ
