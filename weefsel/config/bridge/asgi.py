"""The words of ASGI, and an answer as plain bytes."""

from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

PIECE = 128 * 1024

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]
Headers = Sequence[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class Response:
    """An answer that is complete."""

    status: int
    headers: Headers
    body: bytes = b""


async def send_response(send: Send, response: Response, *, with_body: bool = True) -> None:
    await send({"type": "http.response.start", "status": response.status, "headers": list(response.headers)})
    body = response.body if with_body else b""
    for begin in range(0, len(body), PIECE) or (0,):  # what is large waits for its reader, not in a buffer of ours
        more = begin + PIECE < len(body)
        await send({"type": "http.response.body", "body": body[begin : begin + PIECE], "more_body": more})


def calm_page(status: int, title: str, sentence: str) -> Response:
    """What stands where Django could not answer: no trace, nothing that runs, a sentence that says what to do."""
    body = (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<h1>{escape(title)}</h1><p>{escape(sentence)}</p></html>"
    ).encode()
    headers = [
        (b"content-type", b"text/html; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"content-security-policy", b"default-src 'none'"),
        (b"cache-control", b"no-store"),
        (b"x-content-type-options", b"nosniff"),
    ]
    return Response(status, headers, body)
