"""What holds for every command: help, and a place in the one list."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest
import typer.main
from typer.testing import CliRunner

from weefsel.config import cli
from weefsel.config.cli.app import app

for found in pkgutil.iter_modules(cli.__path__, f"{cli.__name__}."):
    importlib.import_module(found.name)


def paths(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    inner = getattr(command, "commands", {})
    for name, below in inner.items():
        yield from paths(below, (*path, name))
    if not inner:
        yield path


COMMANDS = sorted(paths(typer.main.get_command(app)))


def test_the_commands_of_the_contract_are_there() -> None:
    promised = ["init", "serve", "demo", "worker", "web", "sign-in-link", "backup", "restore", "doctor"]
    assert {(name,) for name in promised} | {("people", "sync"), ("import", "slack")} <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_it_says_what_it_does(command: tuple[str, ...]) -> None:
    ended = CliRunner().invoke(app, [*command, "--help"])
    assert ended.exit_code == 0
    assert "Usage: weefsel" in ended.output


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_an_unknown_option_is_wrong_usage(command: tuple[str, ...]) -> None:
    assert CliRunner().invoke(app, [*command, "--no-such-option"]).exit_code == 2
