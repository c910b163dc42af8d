"""The page an auditor asks for: who may do what, from the table that the tests try cell by cell.

The table stands in ``tests/sitewide/who_may_what.py``: ``ROLES`` names the columns, and ``GRANTS`` says for each
command, named as ``posts.pin_post``, which of the roles may do it.
"""

import importlib
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from tools.reference.sources import NOTE

TABLE = "tests.sitewide.who_may_what"


def who_may_what_page(_root: Path) -> str:
    """The table of all commands and roles, one section per app."""
    table = importlib.import_module(TABLE)
    return drawn(table.ROLES, table.GRANTS)


def drawn(roles: Sequence[str], grants: Mapping[str, Collection[str]]) -> str:
    """Draw the table: yes where a role may, a dash where it is refused."""
    lines = [
        "# Who may do what",
        "",
        NOTE,
        "",
        "Each cell is tried by a test. A dash: refused, or as if it did not exist.",
    ]
    for app in sorted({command.split(".")[0] for command in grants}):
        lines += ["", f"## {app}", "", f"| | {' | '.join(roles)} |", f"|---|{'---|' * len(roles)}"]
        for command in sorted(command for command in grants if command.split(".")[0] == app):
            cells = ("yes" if role in grants[command] else "–" for role in roles)
            lines.append(f"| {command.partition('.')[2].replace('_', ' ')} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"
