"""``weefsel serve``: pages and jobs in one process."""

import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from weefsel.config import ports
from weefsel.config.cli.app import app
from weefsel.config.cli.output import say
from weefsel.config.cli.ready import load_django, open_home
from weefsel.config.environment import home_folder, read_environment
from weefsel.config.home import is_marked, note_address, only_server_of
from weefsel.kernel.refusals import Invalid

Port = Annotated[int | None, typer.Option(min=1, max=65535, help="Port; without it 8000 or the next free one.")]
Host = Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 for every one of this machine.")]


@app.command()
def serve(port: Port = None, host: Host = "localhost") -> None:
    """Serve the network: pages and jobs in one process. The database is brought up to date first."""
    serve_home(port=port, host=host)


def serve_home(*, port: int | None, host: str = "localhost", fill: Callable[[Path], str] = lambda _: "") -> None:
    """Serve what lies in the home until asked to end. Raises ``Conflict`` when somebody else serves it.

    ``fill`` may put something into the home once the database is ready; what it returns is said before the address.
    """
    _, home = open_home()
    with only_server_of(home):
        _serve(port, host, lambda: fill(home), with_jobs=True)


def serve_half(*, port: int | None, host: str) -> None:
    """Serve pages alone; others work on the jobs."""
    open_home()
    _serve(port, host, str, with_jobs=False)


def _serve(port: int | None, host: str, fill: Callable[[], str], *, with_jobs: bool) -> None:
    listening, address = _listen(port, host)
    _prepare()
    greeting = fill()
    from weefsel.config.serving import serve_on  # noqa: PLC0415 - needs Django

    told = f"{greeting}{_what_is_missing(address)}Weefsel is at {address}/ (stop: Ctrl+C)"
    serve_on(listening, with_jobs=with_jobs, when_ready=lambda: say(told))


def _what_is_missing(address: str) -> str:
    """Where to set the network up, and the code that proves that one may, as long as there is none."""
    from weefsel.kernel.actor import Door, Power, acting_job  # noqa: PLC0415
    from weefsel.people.queries.network import is_set_up  # noqa: PLC0415 - needs Django
    from weefsel.shell.door import set_up_code  # noqa: PLC0415

    if is_set_up(acting_job(Power.SET_UP, door=Door.COMMAND)):
        return ""
    return f"There is no network yet: set it up at {address}/set-up/?code={set_up_code()}\n"


def _listen(port: int | None, host: str) -> tuple[socket.socket, str]:
    """Listen, and settle under which address people come: the set one, or this machine's name for itself."""
    environment = read_environment()
    base_url = environment.base_url
    if not ports.is_loopback(host):
        _require_meant_for_others(base_url, host, is_demonstration=is_marked(home_folder(environment)))
    listening = ports.listen(host, port)
    number = listening.getsockname()[1]
    if port is None and number != ports.DEFAULT:
        say(f"Port {ports.DEFAULT} is taken; using {number}.")
    address = base_url.rstrip("/") or f"http://localhost:{number}"
    os.environ["WEEFSEL_BASE_URL"] = address
    note_address(home_folder(environment), address)
    return listening, address


def _require_meant_for_others(base_url: str, host: str, *, is_demonstration: bool) -> None:
    if is_demonstration:
        raise Invalid("A demonstration lets everybody in, so it is served to this machine alone: leave --host away.")
    if not base_url:
        example = "http://weefsel.local"
        raise Invalid(f"To serve on {host}, set WEEFSEL_BASE_URL to the address that people use, such as {example}.")


def _prepare() -> None:
    load_django()
    from weefsel.config.database import bring_up_to_date  # noqa: PLC0415 - needs Django
    from weefsel.config.statics import collect_when_changed  # noqa: PLC0415 - needs Django

    if bring_up_to_date():
        say("The database was brought up to date.")
    collect_when_changed()
