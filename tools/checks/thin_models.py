"""Tables hold rows: no logic on saving, no hidden order, no signals."""

import ast
from collections.abc import Iterator

from tools.checks.checkout import Checkout, Offence, Source

RULE = "thin-models"
SIGNALS = ("django.db.models.signals", "django.dispatch")


def check(checkout: Checkout) -> Iterator[Offence]:
    """Name ``save`` and ``delete`` overrides, a default ordering, and any use of model signals."""
    for source in checkout.of_room("models"):
        yield from _of_models(source)
    for source in checkout.of_product():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(SIGNALS):
                yield source.offence(node, RULE, "There are no model signals: a command announces an event.")


def _of_models(source: Source) -> Iterator[Offence]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef) and node.name in {"save", "delete"}:
            yield source.offence(node, RULE, f"A command does what {node.name} would do here.")
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "ordering" for t in node.targets):
            yield source.offence(node, RULE, "No default order: a query names its own, and ends it with the key.")
