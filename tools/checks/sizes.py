"""What stands out by its size. A mirror, not a gate: it usually holds two use cases, or lacks a word."""

import ast
from collections.abc import Iterator

from tools.checks.checkout import Checkout, Source

WORTH_A_LOOK = {".html": 80, ".css": 200, ".js": 150, ".py": 250}
TEST_FILE = 300
FUNCTION = 40


def sizes(checkout: Checkout) -> Iterator[tuple[int, str, str]]:
    """Yield lines, path and what it is, for each file and function beyond what is worth a second look."""
    for source in checkout.sources:
        if not source.path.startswith(("weefsel/", "tools/", "tests/")):
            continue
        for suffix, limit in WORTH_A_LOOK.items():
            if source.path.endswith(suffix):
                lines = source.text.count("\n")
                if lines > (TEST_FILE if source.is_test else limit):
                    yield lines, source.path, "file"
        if source.path.endswith(".py"):
            yield from _functions(source)


def _functions(source: Source) -> Iterator[tuple[int, str, str]]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            lines = node.end_lineno - node.lineno + 1
            if lines > FUNCTION:
                yield lines, f"{source.path}:{node.lineno}", f"function {node.name}"
