"""What others call says what it promises."""

import ast
from collections.abc import Iterator

from tools.checks.checkout import Checkout, Offence, public_functions

RULE = "promises-are-written"


def check(checkout: Checkout) -> Iterator[Offence]:
    """Name public commands, queries and rules without a docstring, and queries that do not say their cost."""
    for source in checkout.of_room("commands", "queries", "rules"):
        for function in public_functions(source):
            if not ast.get_docstring(function):
                sentence = f"{function.name} needs a docstring: what it promises, whom it refuses, what it costs."
                yield source.offence(function, RULE, sentence)
    for source in checkout.of_product("__init__.py"):
        if not source.rooms and not ast.get_docstring(source.tree):
            yield source.offence(1, RULE, "An app says in the docstring of its package what it is for.")
