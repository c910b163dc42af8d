"""The bridge itself."""

import asyncio
import logging
import tempfile
import threading
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Any, cast

from weefsel.config.bridge.asgi import Receive, Response, Scope, Send, calm_page, send_response
from weefsel.config.bridge.environ import FilePieces, environ_of
from weefsel.config.bridge.exchange import Exchange, Gone

KEPT_IN_MEMORY = 1024 * 1024
WAITING_PER_THREAD = 100
PATIENCE = 20.0  # seconds that a body may take, and then as many more as it needs at the slowest pace
SLOWEST_PACE = 16 * 1024  # bytes a second

log = logging.getLogger("weefsel.entry")

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
EarlyAnswer = Callable[[Scope], Response | None]

FAULT = calm_page(
    500, "Something went wrong", "It was written to the log. Go back and try again; what was saved is kept."
)
TOO_LARGE = calm_page(413, "This is too large", "Send less at once, or ask who runs this network to allow more.")
BUSY = calm_page(503, "Very busy just now", "Wait a few seconds, then try again.")
TOO_SLOW = calm_page(408, "This came too slowly", "Nothing was saved. Try again where the connection is better.")
NO_ROOM = calm_page(
    507, "No room to take this", "The disk of this network is full. Tell who runs it; nothing was saved."
)


class TooLarge(Exception):
    """The body is larger than may be sent."""


class Busy(Exception):
    """As many wait as may."""


class TooSlow(Exception):
    """A body that does not come keeps a place that others need."""


class Bridge:
    """An ASGI application that runs a WSGI one in at most ``threads`` threads.

    ``early`` maps a path to something that may answer it, in the thread, before the application is asked. A body is
    kept in memory up to a megabyte, beyond that in a temporary file, up to ``largest_body`` bytes.
    """

    def __init__(
        self,
        application: Wsgi,
        *,
        threads: int,
        largest_body: int,
        trusted_proxies: int = 0,
        early: Mapping[str, EarlyAnswer] | None = None,
    ) -> None:
        self._application = application
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="web")
        self._largest_body = largest_body
        self._trusted_proxies = trusted_proxies
        self._early = early or {}
        self._most_in_flight = threads * WAITING_PER_THREAD
        self._in_flight = 0
        self._coming_in = 0
        self._streams: set[threading.Event] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with_body = scope["method"] != "HEAD"
        try:
            with tempfile.SpooledTemporaryFile(KEPT_IN_MEMORY) as body:
                await self._exchange(scope, receive, send, cast("IO[bytes]", body))
        except Gone:
            return
        except TooLarge:
            await send_response(send, TOO_LARGE, with_body=with_body)
        except TooSlow:
            await send_response(send, TOO_SLOW, with_body=with_body)
        except Busy:
            await send_response(send, BUSY, with_body=with_body)

    def close(self) -> None:
        """End the streams, and let no further call begin."""
        for gone in list(self._streams):
            gone.set()
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def _exchange(self, scope: Scope, receive: Receive, send: Send, body: IO[bytes]) -> None:
        loop = asyncio.get_running_loop()
        exchange = Exchange(scope, receive, send, loop, body)
        try:
            exchange.size = await self._take_in(scope, receive, body)
        except OSError:
            log.exception("The body of a request could not be kept.")
            await send_response(send, NO_ROOM, with_body=exchange.wants_body)
            return
        if self._in_flight >= self._most_in_flight:
            raise Busy
        self._in_flight += 1
        try:
            answer = await loop.run_in_executor(self._pool, self._run, exchange)
        finally:
            self._in_flight -= 1
            exchange.end_watch()
        if isinstance(answer, FilePieces):
            await self._send_file(exchange, answer)
        elif answer is not None:
            await send_response(send, answer, with_body=exchange.wants_body)

    async def _take_in(self, scope: Scope, receive: Receive, body: IO[bytes]) -> int:
        """Read the body. What only begins to come takes no place from pages: those have places of their own."""
        headers = dict(scope["headers"])
        declared = headers.get(b"content-length", b"0")
        if declared.isdigit() and int(declared) > self._largest_body:
            raise TooLarge
        if declared == b"0" and b"transfer-encoding" not in headers:
            return await self._read_body(receive, body)
        if self._coming_in >= self._most_in_flight:
            raise Busy
        self._coming_in += 1
        try:
            return await self._read_body(receive, body)
        finally:
            self._coming_in -= 1

    async def _read_body(self, receive: Receive, body: IO[bytes]) -> int:
        size, more = 0, True
        clock = asyncio.get_running_loop().time
        begun = clock()
        while more:
            try:
                async with asyncio.timeout(max(begun + PATIENCE + size / SLOWEST_PACE - clock(), 0)):
                    message = await receive()
            except TimeoutError:
                raise TooSlow from None
            if message["type"] == "http.disconnect":
                raise Gone
            piece = message.get("body", b"")
            size += len(piece)
            if size > self._largest_body:
                raise TooLarge
            body.write(piece)
            more = message.get("more_body", False)
        body.seek(0)
        return size

    def _run(self, exchange: Exchange) -> Response | FilePieces | None:
        """The whole call, in one thread: a complete answer, a file for the loop to send, or nothing after a stream."""
        early = self._early.get(exchange.scope["path"])
        try:
            answer = early(exchange.scope) if early is not None else None
            return answer or self._call(exchange)
        except Gone:
            raise
        except Exception:
            log.exception("A request was not answered.")
            return FAULT

    def _call(self, exchange: Exchange) -> Response | FilePieces | None:
        environ = environ_of(exchange.scope, exchange.body, exchange.size, self._trusted_proxies)
        pieces = self._application(environ, exchange.start_response)
        if isinstance(pieces, FilePieces) and exchange.wants_body:
            return pieces
        try:
            if getattr(pieces, "streaming", False):
                self._stream(exchange, pieces)
                return None
            return exchange.complete(pieces)
        finally:
            close = getattr(pieces, "close", None)
            if close is not None:
                close()

    def _stream(self, exchange: Exchange, pieces: Iterable[bytes]) -> None:
        self._streams.add(exchange.gone)
        try:
            exchange.stream(pieces)
        except Gone:
            raise
        except Exception:
            if not exchange.is_started:
                raise
            # the answer has begun: all that can be said is that it does not end as it should
            log.exception("A stream broke off.")
            exchange.gone.set()
        finally:
            self._streams.discard(exchange.gone)

    async def _send_file(self, exchange: Exchange, file: FilePieces) -> None:
        """Read in the threads and send from here, so that a slow reader keeps no thread."""
        await exchange.send({"type": "http.response.start", "status": exchange.status, "headers": exchange.headers})
        try:
            while piece := await exchange.loop.run_in_executor(self._pool, next, file, b""):
                await exchange.send({"type": "http.response.body", "body": piece, "more_body": True})
        finally:
            await exchange.loop.run_in_executor(self._pool, file.close)
        await exchange.send({"type": "http.response.body", "body": b""})
