"""``weefsel serve``: pages and jobs in one process."""

import os
import socket
from pathlib import Path
from typing import Annotated

import typer

from weefsel.config import ports
from weefsel.config.cli.app import app
from weefsel.config.cli.output import say
from weefsel.config.cli.ready import load_django, open_home
from weefsel.config.environment import read_environment
from weefsel.config.home import only_server_of
from weefsel.kernel.refusals import Invalid

Port = Annotated[int | None, typer.Option(min=1, max=65535, help="Port; without it 8000 or the next free one.")]
Host = Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 for every one of this machine.")]


@app.command()
def serve(port: Port = None, host: Host = "localhost") -> None:
    """Serve the network: pages and jobs in one process. The database is brought up to date first."""
    serve_home(port=port, host=host)


def serve_home(*, port: int | None, host: str = "localhost", greeting: str = "") -> None:
    """Serve what lies in the home until asked to end. Raises ``Conflict`` when somebody else serves it."""
    with only_server_of(_home()):
        _serve(port=port, host=host, with_jobs=True, greeting=greeting)


def serve_half(*, port: int | None, host: str) -> None:
    """Serve pages alone; others work on the jobs."""
    _home()
    _serve(port=port, host=host, with_jobs=False, greeting="")


def _serve(*, port: int | None, host: str, with_jobs: bool, greeting: str) -> None:
    listening, address = _listen(port, host)
    _prepare()
    from weefsel.config.serving import serve_on  # noqa: PLC0415 - needs Django

    told = f"{greeting}Weefsel is at {address}/ (stop: Ctrl+C)"
    serve_on(listening, with_jobs=with_jobs, when_ready=lambda: say(told))


def _home() -> Path:
    return open_home()[1]


def _listen(port: int | None, host: str) -> tuple[socket.socket, str]:
    """Listen, and settle under which address people come: the set one, or this machine's name for itself."""
    base_url = read_environment().base_url
    if not ports.is_loopback(host) and not base_url:
        example = "http://weefsel.local"
        raise Invalid(f"To serve on {host}, set WEEFSEL_BASE_URL to the address that people use, such as {example}.")
    listening = ports.listen(host, port)
    number = listening.getsockname()[1]
    if port is None and number != ports.DEFAULT:
        say(f"Port {ports.DEFAULT} is taken; using {number}.")
    address = base_url.rstrip("/") or f"http://localhost:{number}"
    os.environ["WEEFSEL_BASE_URL"] = address
    return listening, address


def _prepare() -> None:
    load_django()
    from weefsel.config.database import bring_up_to_date  # noqa: PLC0415 - needs Django
    from weefsel.config.statics import collect_when_changed  # noqa: PLC0415 - needs Django

    if bring_up_to_date():
        say("The database was brought up to date.")
    collect_when_changed()
