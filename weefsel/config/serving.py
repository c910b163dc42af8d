"""The server process: pages, and jobs beside them where wanted."""

import contextlib
import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import NoReturn

import uvicorn
from django.conf import settings

from weefsel.kernel.jobs.crew import Crew

SECONDS_FOR_ANSWERS = 1
SECONDS_FOR_JOBS = 0.7


def serve_on(listening: socket.socket, *, with_jobs: bool, when_ready: Callable[[], None]) -> NoReturn:
    """Serve until SIGTERM or SIGINT, then end within two seconds; what is not done by then is given or rolled back."""
    crew = Crew() if with_jobs else None
    _leave_signals_to_the_server()
    from weefsel.config.entry import application, bridge  # noqa: PLC0415 - loads every page

    if crew is not None:
        crew.start()
    server = _server(application, when_ready)
    try:
        server.run(sockets=[listening])
    finally:
        bridge.close()
        if crew is not None:
            crew.stop(SECONDS_FOR_JOBS)
    _end_now(0 if server.started else 1)


def work_until_told(size: int, when_ready: Callable[[], None]) -> NoReturn:
    """Work on jobs until SIGTERM or SIGINT."""
    told = threading.Event()

    def tell(_signal: int, _frame: FrameType | None) -> None:
        told.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, tell)
    crew = Crew(size=size)
    crew.start()
    when_ready()
    told.wait()
    crew.stop(SECONDS_FOR_JOBS + SECONDS_FOR_ANSWERS)
    _end_now(0)


class _Server(uvicorn.Server):
    """uvicorn's, which says when it listens."""

    when_ready: Callable[[], None] = staticmethod(lambda: None)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.when_ready()


def _server(application: Callable[..., object], when_ready: Callable[[], None]) -> _Server:
    server = _Server(
        uvicorn.Config(
            application,
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=SECONDS_FOR_ANSWERS,
            timeout_keep_alive=30,
            log_level="debug" if settings.DEBUG else "warning",
        )
    )
    server.when_ready = when_ready
    return server


def _leave_signals_to_the_server() -> None:
    """Uvicorn raises a signal again after it has ended: by then it has been obeyed."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: None)


def _end_now(code: int) -> NoReturn:
    """End without what Python does at its end: wait for requests that run for minutes, and tidy up for a second."""
    with contextlib.suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    logging.shutdown()
    os._exit(code)
