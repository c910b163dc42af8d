"""The written account of a sync: what was read, what became of it, and what was not taken."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from weefsel.people.commands._sync.rows import Said

MOST_TOLD = 300


class ChangeKind(StrEnum):
    """What happens to a person, the most telling first."""

    NEW = "new"
    RETURNED = "returned"
    RENAMED = "renamed"
    MOVED = "moved"
    CHANGED = "changed"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that changes: what it is called, how it was and how it becomes."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """What changes for one person. ``line`` is 0 for somebody whom the file does not name."""

    kind: ChangeKind
    line: int
    name: str
    details: tuple[Detail, ...] = ()


@dataclass(slots=True)
class SyncAccount:
    """What a sync did, or would do.

    ``read`` is ``created`` + ``updated`` + ``unchanged`` + ``refused_rows``. ``refused`` also names what is refused of
    a row whose rest is taken, such as a manager in a cycle.
    """

    is_dry_run: bool = False
    read: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    deactivated: int = 0
    refused_rows: int = 0
    warnings: list[Said] = field(default_factory=list)
    refused: list[Said] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    new_units: list[str] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)
    ignored_columns: list[str] = field(default_factory=list)
    encoding: str = ""
    delimiter: str = ""

    def refuse_row(self, said: Said) -> None:
        self.refused.append(said)
        self.refused_rows += 1

    def told(self) -> dict[str, Any]:
        """The facts with the changes, as they are kept and shown: at most ``MOST_TOLD`` of them, and how many more."""
        changes = [
            {
                "kind": change.kind.value,
                "line": change.line,
                "name": change.name,
                "details": [{"what": d.what, "before": d.before, "after": d.after} for d in change.details],
            }
            for change in self.changes[:MOST_TOLD]
        ]
        return {**self.facts(), "changes": changes, "more_changes": max(0, len(self.changes) - MOST_TOLD)}

    def facts(self) -> dict[str, Any]:
        """What programs read of it: numbers, and lists of line and message."""
        return {
            "dry_run": self.is_dry_run,
            "read": self.read,
            "created": self.created,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "deactivated": self.deactivated,
            "rows_refused": self.refused_rows,
            "warnings": [{"line": said.line, "message": said.message} for said in self.warnings],
            "refused": [{"line": said.line, "message": said.message} for said in self.refused],
            "units_created": self.new_units,
            "columns": self.columns,
            "columns_not_read": self.ignored_columns,
            "encoding": self.encoding,
            "delimiter": self.delimiter,
        }
