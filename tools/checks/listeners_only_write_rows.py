"""A listener writes a job row or its own row, and nothing else: it runs inside somebody else's transaction."""

import ast
from collections.abc import Iterator

from tools.checks.checkout import Checkout, Offence, called_name

RULE = "listeners-only-write-rows"
WRITES = {"enqueue", "create", "bulk_create", "get_or_create", "update_or_create", "update"}
NARROWS = {"filter", "exclude", "using"}
PLAIN = {
    "len",
    "list",
    "tuple",
    "set",
    "dict",
    "str",
    "int",
    "bool",
    "sorted",
    "range",
    "zip",
    "enumerate",
    "min",
    "max",
}


def check(checkout: Checkout) -> Iterator[Offence]:
    """Name every call of a listener that is neither a write of a row nor a plain value for one."""
    for source in checkout.of_room("listeners"):
        for function in source.tree.body:
            if not isinstance(function, ast.FunctionDef):
                continue
            for statement in function.body:
                for call in (node for node in ast.walk(statement) if isinstance(node, ast.Call)):
                    if not _is_allowed(call):
                        sentence = f"{function.name} calls {called_name(call) or 'something'}: put the work into a job."
                        yield source.offence(call, RULE, sentence)


def _is_allowed(call: ast.Call) -> bool:
    name = called_name(call)
    if isinstance(call.func, ast.Name):
        return name in PLAIN or name[:1].isupper() or name.startswith(("new_", "now"))
    if name == "enqueue":
        return True
    return name in WRITES | NARROWS and _goes_through_objects(call.func)


def _goes_through_objects(node: ast.expr) -> bool:
    while isinstance(node, ast.Attribute | ast.Call):
        if isinstance(node, ast.Attribute) and node.attr == "objects":
            return True
        node = node.value if isinstance(node, ast.Attribute) else node.func
    return False
