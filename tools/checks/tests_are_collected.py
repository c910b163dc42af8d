"""A test that pytest does not find, or that is left out, proves nothing."""

import ast
import tomllib
from collections.abc import Iterator

from tools.checks.checkout import Checkout, Offence, Source

RULE = "tests-are-collected"
LEAVES_OUT = {"skip", "xfail", "importorskip"}


def check(checkout: Checkout) -> Iterator[Offence]:
    """Name tests in files or folders that are not collected, test files without a test, and tests that are left out."""
    places = tuple(f"{place}/" for place in _test_paths(checkout))
    for source in checkout.sources:
        if source.path.endswith(".py"):
            yield from _of_module(source, places)


def _of_module(source: Source, places: tuple[str, ...]) -> Iterator[Offence]:
    tests = [node for node in ast.walk(source.tree) if _is_test(node)] if "test_" in source.text else []
    is_named = source.name.startswith("test_")
    if tests and not is_named and (source.is_test or source.name.endswith("_test.py")):
        yield source.offence(
            tests[0], RULE, f"Tests stand in {source.name}, which is not collected: name it test_….py."
        )
    if is_named and not tests:
        yield source.offence(1, RULE, "This file has no test.")
    if is_named and not (source.path.startswith(places) and source.is_test):
        yield source.offence(1, RULE, f"pytest looks for tests only in a tests folder of {', '.join(places)}.")
    if is_named:
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Attribute) and node.attr in LEAVES_OUT and _words(node) & {"pytest", "mark"}:
                yield source.offence(node, RULE, "A test is run or removed, not left out.")


def _is_test(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")


def _words(node: ast.AST) -> set[str]:
    names = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
    return names | {n.attr for n in ast.walk(node) if isinstance(n, ast.Attribute)}


def _test_paths(checkout: Checkout) -> list[str]:
    project = tomllib.loads((checkout.root / "pyproject.toml").read_text(encoding="utf-8"))
    paths: list[str] = project["tool"]["pytest"]["ini_options"]["testpaths"]
    return paths
