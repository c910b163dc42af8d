"""The server's entry, ``weefsel.config.entry:application``: one port, ASGI in front of Django's WSGI application.

Pages run in a bounded number of threads (``bridge``). What must not wait for Django stands in ``before_django``: it
answers in front of every middleware, so it proves the sign-in session, checks the host and sets its headers itself.
"""

from django.conf import settings
from django.db import close_old_connections

from weefsel.config.bridge import Bridge
from weefsel.config.bridge.asgi import Receive, Response, Scope, Send
from weefsel.config.bridge.bridge import EarlyAnswer
from weefsel.config.unchanged import unchanged
from weefsel.config.wsgi import application as pages


def on_a_live_connection(answer: EarlyAnswer) -> EarlyAnswer:
    """Do for an early answer what Django does around its own: drop a database connection that is broken or too old."""

    def early(scope: Scope) -> Response | None:
        close_old_connections()
        try:
            return answer(scope)
        finally:
            close_old_connections()

    return early


# Path -> what may answer it; with nothing in return Django is asked.
before_django: dict[str, EarlyAnswer] = {"/news/": on_a_live_connection(unchanged)}

bridge = Bridge(
    pages,
    threads=settings.ENVIRONMENT.threads,
    largest_body=settings.ENVIRONMENT.upload_megabytes * 1024 * 1024,
    trusted_proxies=settings.ENVIRONMENT.trusted_proxies,
    early=before_django,
)


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer one connection: a request, or the server's own beginning and end."""
    if scope["type"] == "http":
        await bridge(scope, receive, send)
    elif scope["type"] == "lifespan":
        await _live(receive, send)
    else:  # nothing here speaks WebSocket
        await send({"type": "websocket.close", "code": 1000})


async def _live(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            await send({"type": "lifespan.startup.complete"})
        elif message["type"] == "lifespan.shutdown":
            bridge.close()
            await send({"type": "lifespan.shutdown.complete"})
            return
