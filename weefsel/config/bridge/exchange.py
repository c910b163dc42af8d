"""One request and its answer, as the thread and the loop share it."""

import asyncio
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import IO

from weefsel.config.bridge.asgi import Message, Receive, Response, Scope, Send

SEND_PATIENCE = 60.0  # seconds that a reader of a stream may keep its thread waiting
HAS_BODY, WITHOUT_BODY = 200, {204, 304}


class Gone(Exception):
    """The client is no longer there, or the server ends."""


@dataclass(slots=True)
class Exchange:
    """What the thread needs to answer, and to send on its own when the answer is a stream."""

    scope: Scope
    receive: Receive
    send: Send
    loop: asyncio.AbstractEventLoop
    body: IO[bytes]
    size: int = 0
    status: int = 0
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    is_started: bool = False
    gone: threading.Event = field(default_factory=threading.Event)
    _watch: "asyncio.Task[None] | None" = None

    @property
    def wants_body(self) -> bool:
        return bool(self.scope["method"] != "HEAD")

    def start_response(
        self, status: str, headers: list[tuple[str, str]], _fault: object = None
    ) -> Callable[[bytes], None]:
        self.status = int(status.split(" ", 1)[0])
        # Django begins a cookie with a space, and the protocol wants none.
        self.headers = [(name.lower().encode("latin-1"), value.strip().encode("latin-1")) for name, value in headers]
        return _refuse_write

    def complete(self, pieces: Iterable[bytes]) -> Response:
        body = b"".join(pieces)
        has_length = any(name == b"content-length" for name, _ in self.headers)
        if not has_length and self.status >= HAS_BODY and self.status not in WITHOUT_BODY:
            self.headers.append((b"content-length", str(len(body)).encode()))
        return Response(self.status, self.headers, body)

    def stream(self, pieces: Iterable[bytes]) -> None:
        """Send piece after piece from this thread, until the end or until nobody reads. Raises ``Gone``."""
        self.loop.call_soon_threadsafe(self._start_watch)
        for piece in pieces if self.wants_body else ():
            self._begin()
            self._deliver({"type": "http.response.body", "body": piece, "more_body": True})
        self._begin()
        self._deliver({"type": "http.response.body", "body": b""})

    def _begin(self) -> None:
        if not self.is_started:
            self._deliver({"type": "http.response.start", "status": self.status, "headers": self.headers})
            self.is_started = True

    def end_watch(self) -> None:
        if self._watch is not None:
            self._watch.cancel()

    def _start_watch(self) -> None:
        self._watch = self.loop.create_task(self._note_disconnect())

    async def _note_disconnect(self) -> None:
        while (await self.receive())["type"] != "http.disconnect":
            continue
        self.gone.set()

    def _deliver(self, message: Message) -> None:
        if self.gone.is_set():
            raise Gone
        try:
            asyncio.run_coroutine_threadsafe(_sent(self.send, message), self.loop).result(SEND_PATIENCE)
        except TimeoutError:
            raise Gone from None


async def _sent(send: Send, message: Message) -> None:
    await send(message)


def _refuse_write(_: bytes) -> None:
    raise RuntimeError("The application must return its body.")
