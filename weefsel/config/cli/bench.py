"""``weefsel bench``: measure the hot paths on a network of a chosen size."""

import json
import os
import sys
from collections.abc import Iterable
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from weefsel.config.cli.app import app
from weefsel.config.cli.output import AsJson, say
from weefsel.config.cli.ready import load_django, open_home
from weefsel.config.environment import home_folder, read_environment
from weefsel.kernel.refusals import Invalid

if TYPE_CHECKING:
    from weefsel.config.bench.run import Figures


class SizeName(StrEnum):
    """The sizes of ``weefsel.config.bench.sizes``."""

    TINY = "tiny"
    SMALL = "small"
    LARGE = "large"


Chosen = Annotated[SizeName, typer.Option("--size", help="How large a network to make and measure.")]
Only = Annotated[str, typer.Option(help="Names of paths, with commas between; all of them without it.")]
Seconds = Annotated[float, typer.Option(min=0.2, max=600, help="How long each figure is measured.")]


@app.command()
def bench(size: Chosen = SizeName.SMALL, only: Only = "", seconds: Seconds = 5, as_json: AsJson = False) -> None:
    """Make a deterministic network in a home of its own, serve it, and measure its hot paths."""
    home = _home_of(size)
    load_django()
    from weefsel.config.bench.paths import PATHS  # noqa: PLC0415 - needs Django
    from weefsel.config.bench.run import measured, prepare  # noqa: PLC0415 - needs Django
    from weefsel.config.bench.sizes import SIZES  # noqa: PLC0415 - stays beside its users

    names = [name.strip() for name in only.split(",") if name.strip()] or list(PATHS)
    if unknown := sorted(set(names) - set(PATHS)):
        raise Invalid(f"There is no path named {', '.join(unknown)}. Choose among {', '.join(PATHS)}.")
    say(f"The network of size {size.value} lies in {home}.")
    if prepare(SIZES[size.value]):
        say("It was made anew.")
    _print(measured(home, names, seconds=seconds), as_json=as_json)


def _home_of(size: SizeName) -> Path:
    """A home of its own beside the usual one, so that nobody's network is touched."""
    home = home_folder(read_environment()) / f"bench-{size.value}"
    os.environ["WEEFSEL_HOME"] = str(home)
    open_home()
    return home


def _print(rows: "Iterable[Figures]", *, as_json: bool) -> None:
    found = [asdict(row) for row in rows]
    if as_json:
        sys.stdout.write(json.dumps({"rows": found}, indent=2) + "\n")
        return
    table = Table(title="Hot paths")
    for name in found[0]:
        table.add_column(name.replace("_", " "), justify="left" if name == "name" else "right")
    for row in found:
        table.add_row(*(str(value) for value in row.values()))
    Console().print(table)
