"""What commands print: facts for programs, sentences for people, progress on a terminal."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

AsJson = Annotated[bool, typer.Option("--json", help="Print the facts as one JSON object.")]


def say(sentence: str) -> None:
    """Tell a person something, on standard error, so that standard output holds facts alone."""
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()


def print_facts(facts: Mapping[str, Any], *, as_json: bool) -> None:
    """Print facts: as one JSON object, or a line each."""
    if as_json:
        sys.stdout.write(json.dumps(facts, ensure_ascii=False, indent=2, default=str) + "\n")
    else:
        for name, value in facts.items():
            sys.stdout.write(f"{name.replace('_', ' ')}: {_plain(value)}\n")
    sys.stdout.flush()


@contextmanager
def progress() -> Iterator[Progress]:
    """A display of progress on standard error; on anything but a terminal it stays silent."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as display:
        yield display


def _plain(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_plain(inner)}" for name, inner in value.items()) or "none"
    if isinstance(value, list | tuple):
        return "; ".join(_plain(inner) for inner in value) or "none"
    return str(value)
