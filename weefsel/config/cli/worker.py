"""``weefsel worker`` and ``weefsel web``: the two halves of ``serve``, in any number of processes, on PostgreSQL."""

from typing import Annotated

import typer

from weefsel.config.cli.app import app
from weefsel.config.cli.output import say
from weefsel.config.cli.ready import load_network
from weefsel.config.cli.serve import Host, Port, serve_half
from weefsel.config.environment import Environment, read_environment
from weefsel.kernel.refusals import NotAllowed

Threads = Annotated[int, typer.Option(min=1, max=16, help="How many jobs at once.")]


@app.command()
def worker(threads: Threads = 2) -> None:
    """Work on jobs, beside any number of other workers. Needs PostgreSQL."""
    _refuse_on_sqlite(read_environment(), "worker")
    load_network()
    from weefsel.config.serving import work_until_told  # noqa: PLC0415 - needs Django

    work_until_told(threads, when_ready=lambda: say("Working on jobs (stop: Ctrl+C)"))


@app.command()
def web(port: Port = None, host: Host = "localhost") -> None:
    """Serve pages without working on jobs, beside any number of other processes. Needs PostgreSQL."""
    _refuse_on_sqlite(read_environment(), "web")
    serve_half(port=port, host=host)


def _refuse_on_sqlite(environment: Environment, command: str) -> None:
    if not environment.database_url.startswith("postgres"):
        raise NotAllowed(
            f"`weefsel {command}` needs PostgreSQL, since SQLite has one writer: use `weefsel serve`, or set "
            "WEEFSEL_DATABASE_URL to a PostgreSQL database."
        )
