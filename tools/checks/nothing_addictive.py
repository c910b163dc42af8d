"""No table can hold what makes a network addictive: points, ranks, streaks, who read what, time spent online."""

import ast
import re
from collections.abc import Iterator

from tools.checks.checkout import Checkout, Offence

RULE = "nothing-addictive"
REFUSED = re.compile(
    r"(?:^|_)(?:points?|scores?|streaks?|levels?|badges?|karma|xp|ranks?|ranking|leaderboard|trophies|popularity|"
    r"virality|read_by|seen_by|viewed_by|views|view_count|impressions|online_at|last_online|time_spent|minutes_online|"
    r"dwell)(?:_|$)"
)


def check(checkout: Checkout) -> Iterator[Offence]:
    """Name every field of a table that would count or rank people, or record what somebody read."""
    for source in checkout.of_room("models"):
        for node in ast.walk(source.tree):
            for name in _field_names(node):
                if REFUSED.search(name):
                    yield source.offence(node, RULE, f"{name}: Weefsel keeps no such thing about people.")


def _field_names(node: ast.AST) -> list[str]:
    if not isinstance(node, ast.Assign | ast.AnnAssign) or not isinstance(node.value, ast.Call):
        return []
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return [target.id for target in targets if isinstance(target, ast.Name)]
