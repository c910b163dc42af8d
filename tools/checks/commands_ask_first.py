"""A command asks before it does anything."""

import ast
from collections.abc import Iterator

from tools.checks.checkout import Checkout, Offence, Source, called_name, public_functions

RULE = "commands-ask-first"
SENTENCE = "A command first loads through seen_… or known_…, and then its first deed is require(rule, why not)."
LOADS = ("seen_", "known_")

# Commands without a rule of their own, each with the reason.
EXCEPTED = {
    "weefsel/audit/commands/record.py": "writes down what a command that has asked does",
}


def check(checkout: Checkout) -> Iterator[Offence]:
    """Name every public command that does something else before it asks."""
    for source in checkout.of_room("commands"):
        if source.path not in EXCEPTED:
            yield from _of_module(source)


def _of_module(source: Source) -> Iterator[Offence]:
    for function in public_functions(source):
        if not _asks_first(function):
            yield source.offence(function, RULE, f"{function.name}: {SENTENCE}")


def _asks_first(function: ast.FunctionDef) -> bool:
    for statement in function.body:
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            continue
        if isinstance(statement, ast.Expr) and called_name(statement.value) == "require":
            return True
        if not (isinstance(statement, ast.Assign | ast.AnnAssign) and _is_load(statement.value)):
            return False
    return False


def _is_load(value: ast.expr | None) -> bool:
    """Say whether this only loads, also for each of many or for none."""
    if isinstance(value, ast.IfExp):
        return _is_load(value.body) and (_is_load(value.orelse) or isinstance(value.orelse, ast.Constant))
    if isinstance(value, ast.ListComp | ast.SetComp):
        return _is_load(value.elt)
    return isinstance(value, ast.Call) and called_name(value).startswith(LOADS)
