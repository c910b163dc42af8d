"""The page of the command ``weefsel``, from what its ``--help`` says."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from tools.reference.sources import NOTE
from weefsel.config import cli
from weefsel.config.cli.app import app


def commands_page(_root: Path) -> str:
    """Every command with its arguments and options."""
    lines = [
        "# Commands",
        "",
        NOTE,
        "",
        "In a checkout `bin/weefsel` stands for `weefsel`.",
        "Exit code 0: done. 1: refused, with one sentence that says what to do. 2: wrong usage.",
    ]
    for words, command in _all_commands():
        lines += _of_command(words, command)
    return "\n".join(lines) + "\n"


def command_words() -> set[tuple[str, ...]]:
    """Every command as it is typed after ``weefsel``, and every group of commands."""
    full = {words[1:] for words, _command in _all_commands()}
    return full | {words[:-1] for words in full if len(words) > 1}


def _all_commands() -> Iterator[tuple[tuple[str, ...], Any]]:
    for found in pkgutil.iter_modules(cli.__path__, f"{cli.__name__}."):
        importlib.import_module(found.name)
    yield from _commands(("weefsel",), typer.main.get_command(app))


def _commands(words: tuple[str, ...], command: Any) -> Iterator[tuple[tuple[str, ...], Any]]:
    inner = getattr(command, "commands", None)
    if inner is None:
        yield words, command
        return
    for name in sorted(inner):
        if not inner[name].hidden:
            yield from _commands((*words, name), inner[name])


def _of_command(words: tuple[str, ...], command: Any) -> list[str]:
    parameters = [p for p in command.params if not getattr(p, "hidden", False)]
    arguments = [p for p in parameters if p.param_type_name == "argument"]
    options = [p for p in parameters if p.param_type_name == "option" and "--help" not in p.opts]
    usage = " ".join((*words, *(_shown(a) for a in arguments), *(("[OPTIONS]",) if options else ())))
    lines = [
        "",
        f"## {' '.join(words)}",
        "",
        f"    {usage}",
        "",
        inspect.cleandoc(command.help or "").replace("\f", ""),
    ]
    described = [(_shown(a), getattr(a, "help", "") or "") for a in arguments]
    described += [(_option(o), o.help or "") for o in options]
    if described:
        lines += ["", *(f"- `{name}`: {text}" if text else f"- `{name}`" for name, text in described)]
    return lines


def _shown(argument: Any) -> str:
    name = (argument.metavar or argument.name).upper()
    return name if argument.required else f"[{name}]"


def _option(option: Any) -> str:
    name = ", ".join(sorted(option.opts, key=len))
    return name if option.is_flag else f"{name} {(option.metavar or option.name).upper()}"
