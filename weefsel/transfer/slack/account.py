"""The written account of an import: what was read, what came in, what was left out and why. The sums agree."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

THINGS = ("people", "bots", "communities", "messages", "posts", "replies", "reactions")


@dataclass(slots=True)
class Account:
    """Counts by kind of thing. ``skipped`` counts by what was left out and why."""

    read: Counter[str] = field(default_factory=Counter)
    imported: Counter[str] = field(default_factory=Counter)
    unchanged: Counter[str] = field(default_factory=Counter)
    skipped: Counter[tuple[str, str]] = field(default_factory=Counter)
    updated: int = 0
    matched: int = 0
    notes: list[str] = field(default_factory=list)

    def skip(self, what: str, why: object, count: int = 1) -> None:
        self.skipped[what, str(why)] += count

    def facts(self) -> dict[str, Any]:
        """The account as plain values, for JSON and for the page that keeps it."""
        return {
            "read": {t: self.read[t] for t in ("people", "bots", "communities", "messages", "reactions")},
            "imported": {t: self.imported[t] for t in THINGS if t != "messages"},
            "unchanged": {t: self.unchanged[t] for t in THINGS if t != "messages"},
            "skipped": [
                {"what": what, "count": count, "why": why} for (what, why), count in sorted(self.skipped.items())
            ],
            "updated": self.updated,
            "matched": self.matched,
            "notes": self.notes,
        }
