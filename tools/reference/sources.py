"""What the pages are written from: the floors of pyproject.toml, and the sources of each app."""

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NOTE = "<!-- Written by `python -m tools.reference write` from the code; change the code, not this page. -->"


@dataclass(frozen=True, slots=True)
class Event:
    """A fact that an app announces, who announces it and who hears it."""

    app: str
    name: str
    promise: str
    announced_by: tuple[str, ...]
    heard_by: tuple[str, ...]


def floors(root: Path) -> list[list[str]]:
    """The apps from the highest floor to the lowest; apps side by side stand in one list."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    layers: list[str] = next(contract["layers"] for contract in contracts if contract["id"] == "floors")
    return [[app.strip() for app in layer.replace(":", "|").split("|")] for layer in layers]


def promise_of_app(root: Path, app: str) -> str:
    """The docstring of an app's package."""
    return ast.get_docstring(_tree(root / "weefsel" / app / "__init__.py")) or ""


def events(root: Path, apps: list[str]) -> Iterator[Event]:
    """Every event of these apps, in the order of its file."""
    announced = _places(root, "announce")
    heard = _places(root, "listen")
    for app in apps:
        path = root / "weefsel" / app / "events.py"
        for node in _tree(path).body if path.exists() else ():
            if isinstance(node, ast.ClassDef):
                yield Event(
                    app,
                    node.name,
                    " ".join((ast.get_docstring(node) or "").split()),
                    tuple(sorted(announced.get((app, node.name), ()))),
                    tuple(sorted(heard.get((app, node.name), ()))),
                )


def _places(root: Path, deed: str) -> dict[tuple[str, str], set[str]]:
    """Where ``announce(Event(…))`` or ``@listen(Event)`` stands: the function, as ``posts.commands.publish_post``."""
    found: dict[tuple[str, str], set[str]] = {}
    for path in sorted((root / "weefsel").rglob("*.py")):
        if "tests" in path.parts:
            continue
        tree = _tree(path)
        home_of = _imported_events(tree)
        for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
            for name in _named_in(function, deed):
                if name in home_of:
                    found.setdefault((home_of[name], name), set()).add(_address(root, path, function.name))
    return found


def _named_in(function: ast.FunctionDef, deed: str) -> Iterator[str]:
    searched = function.decorator_list if deed == "listen" else function.body
    for node in (node for statement in searched for node in ast.walk(statement)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == deed:
            for argument in node.args:
                yield from (word.id for word in ast.walk(argument) if isinstance(word, ast.Name))


def _imported_events(tree: ast.Module) -> dict[str, str]:
    """The names that a module has from some ``events.py``, each with the app that it comes from."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.endswith(".events"):
            for alias in node.names:
                found[alias.asname or alias.name] = node.module.split(".")[1]
    return found


def _address(root: Path, path: Path, function: str) -> str:
    parts = path.relative_to(root / "weefsel").with_suffix("").parts
    return ".".join(parts if parts[-1] == function or function.startswith("_") else (*parts, function))


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))
