"""Other apps use an app's commands, queries, rules, events, terms and models; its doors are its own."""

import ast
from collections.abc import Iterator

from tools.checks.checkout import Checkout, Offence

RULE = "rooms-open-to-others"
CLOSED = {"web", "api", "jobs", "listeners", "migrations"}
# The entry gathers the doors of all apps; what these two hold is made for everybody.
GATHERS = "config"
FOR_ALL = {"kernel", "ui"}


def check(checkout: Checkout) -> Iterator[Offence]:
    """Name every import of a door of another app."""
    for source in checkout.of_product():
        app = source.path.split("/")[1]
        if app == GATHERS:
            continue
        for node in ast.walk(source.tree):
            for module in _imported(node):
                match module.split("."):
                    case ["weefsel", other, room, *_] if other not in FOR_ALL | {app} and room in CLOSED:
                        yield source.offence(node, RULE, f"{module} is a door of {other}: call a command or a query.")


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []
