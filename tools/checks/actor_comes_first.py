"""Whoever asks or does is named first, by every public command and query."""

import ast
from collections.abc import Iterator

from tools.checks.checkout import Checkout, Offence, public_functions

RULE = "actor-comes-first"

# Functions that run before an actor is known, each with the reason.
EXCEPTED = {
    "weefsel/shell/queries/session_tag.py": "brings the actor with the one statement by sign-in session",
    "weefsel/people/queries/network_name.py": "stands on the sign-in page, the same for everybody",
    "weefsel/audit/commands/record.py": "reads as a sentence: record(actor, deed, thing)",
}


def check(checkout: Checkout) -> Iterator[Offence]:
    """Name every public function in ``commands/`` and ``queries/`` whose first argument is not ``actor: Actor``."""
    for source in checkout.of_room("commands", "queries"):
        if source.path in EXCEPTED:
            continue
        for function in public_functions(source):
            if not _takes_actor_first(function):
                yield source.offence(
                    function, RULE, f"{function.name} must take actor: Actor first, without a default."
                )
            elif source.rooms[0] == "commands" and len(function.args.args) > 1:
                yield source.offence(function, RULE, f"{function.name} takes everything after actor by keyword.")


def _takes_actor_first(function: ast.FunctionDef) -> bool:
    positional = [*function.args.posonlyargs, *function.args.args]
    if not positional or len(function.args.defaults) == len(positional):
        return False
    first = positional[0]
    return first.arg == "actor" and isinstance(first.annotation, ast.Name) and first.annotation.id == "Actor"
