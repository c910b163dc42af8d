"""A refusal reaches the one middleware that turns it into a page; no failure is hushed up."""

import ast
from collections.abc import Iterator

from tools.checks.checkout import Checkout, Offence, Source

RULE = "no-refusal-swallowed"
BROAD = {"Exception", "BaseException"}
REFUSALS = {"Refusal", "NotAllowed", "NotFound", "Conflict", "Invalid"}
DOORS = ("web", "api")


def check(checkout: Checkout) -> Iterator[Offence]:
    """Name every ``try`` of a view, every catch of a refusal at a door, and every catch that does nothing."""
    for source in checkout.sources:
        if source.path.endswith(".py") and source.path.startswith(("weefsel/", "tools/", "tests/")):
            yield from _of_module(source)


def _of_module(source: Source) -> Iterator[Offence]:
    is_door = bool(source.rooms) and source.rooms[0] in DOORS and not source.is_test
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ExceptHandler):
            yield from _of_handler(source, node, is_door=is_door)
        elif isinstance(node, ast.Try) and is_door and source.name != "forms.py":
            yield source.offence(node, RULE, "A view has no try: the middleware turns refusals into pages.")
        elif isinstance(node, ast.Call) and _words(node.func) & {"suppress"}:
            hushed = {word for argument in node.args for word in _words(argument)}
            if hushed & (BROAD | REFUSALS):
                yield source.offence(node, RULE, "Only a narrow, expected error may be suppressed.")


def _of_handler(source: Source, node: ast.ExceptHandler, *, is_door: bool) -> Iterator[Offence]:
    caught = _words(node.type) if node.type else {"everything"}
    if node.type is None:
        yield source.offence(node, RULE, "Name the error that is expected instead of catching everything.")
    elif is_door and caught & (BROAD | REFUSALS):
        yield source.offence(node, RULE, "A door lets refusals through to the middleware.")
    if all(_does_nothing(statement) for statement in node.body) and not caught & {"StopIteration"}:
        yield source.offence(
            node, RULE, "An error that may be passed over is named in contextlib.suppress, with a reason."
        )


def _does_nothing(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Pass) or (
        isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    )


def _words(node: ast.AST) -> set[str]:
    names = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
    return names | {n.attr for n in ast.walk(node) if isinstance(n, ast.Attribute)}
