"""``weefsel demo``: a living network of invented people, in a home of its own."""

import os
from pathlib import Path
from typing import Annotated

import typer

from weefsel.config.cli.app import app
from weefsel.config.cli.output import progress, say
from weefsel.config.cli.serve import Port, serve_home
from weefsel.config.environment import CHECKOUT, Environment, home_folder, read_environment
from weefsel.config.home import clear, is_filled, mark, only_server_of, require_demonstration_home
from weefsel.kernel import clock
from weefsel.kernel.refusals import Invalid

Fresh = Annotated[bool, typer.Option("--fresh", help="Begin anew: what was changed in the demonstration is gone.")]

GREETING = "This is Lindewever, where nobody is real: the first page offers people to sign in as.\n"


@app.command()
def demo(port: Port = None, fresh: Fresh = False) -> None:
    """Make and serve the demonstration network, for this machine alone, in var/demo or in an empty WEEFSEL_HOME."""
    home = home_folder(_environment())
    require_demonstration_home(home)
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with only_server_of(home):
        if fresh or not is_filled(home):
            mark(home)
            clear(home)
    serve_home(port=port, fill=_fill)


def _environment() -> Environment:
    if not read_environment().home:
        os.environ["WEEFSEL_HOME"] = str(CHECKOUT / "var" / "demo")
    environment = read_environment()
    if environment.database_url:
        raise Invalid("The demonstration keeps its database in its home: unset WEEFSEL_DATABASE_URL.")
    return environment


def _fill(home: Path) -> str:
    """Fill a home that is not filled yet; what to say about it."""
    if not is_filled(home):
        from weefsel.config.demo.load import load_demonstration  # noqa: PLC0415 - needs Django

        say("Filling the demonstration network ...")
        with progress() as display:
            display.add_task("Lindewever", total=None)
            facts = load_demonstration(clock.now().date())
        mark(home, filled=True)
        say(f"{facts['people']} people, {facts['communities']} communities and {facts['posts']} posts are there.")
    return GREETING
