"""``weefsel backup`` and ``weefsel restore``."""

from pathlib import Path
from typing import Annotated

import typer

from weefsel.config.cli.app import app
from weefsel.config.cli.output import AsJson, print_facts, progress
from weefsel.config.cli.ready import load_network
from weefsel.config.environment import read_environment

File = Annotated[Path, typer.Argument(help="The file of the backup.", show_default=False)]


@app.command()
def backup(file: File, as_json: AsJson = False) -> None:
    """Write everything to one file, while the network is served, and read it back to be sure."""
    load_network()
    from weefsel.config.operation.back_up import back_up  # noqa: PLC0415 - needs Django

    with progress() as display:
        row = display.add_task("Backing up", total=None)
        facts = back_up(file, told=lambda what: display.update(row, description=f"Backing up: {what}"))
    print_facts(facts, as_json=as_json)


@app.command()
def restore(file: File, as_json: AsJson = False) -> None:
    """Fill a new home (and on PostgreSQL a new database) from a backup, and compare it with what the backup says."""
    from weefsel.config.operation.restore import restore as restore_into  # noqa: PLC0415 - needs Django

    environment = read_environment()
    with progress() as display:
        row = display.add_task("Restoring", total=None)
        told = lambda what: display.update(row, description=f"Restoring: {what}")  # noqa: E731
        facts = restore_into(file, environment, told=told)
    print_facts(facts, as_json=as_json)
