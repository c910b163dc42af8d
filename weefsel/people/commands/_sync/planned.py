"""One person as a file wants them, beside how they are."""

from dataclasses import dataclass, field
from typing import Any

from weefsel.people.commands._sync.rows import Row
from weefsel.people.commands._sync.units import Place
from weefsel.people.models import Person


@dataclass(slots=True)
class Planned:
    """A person as the file wants them: ``values`` are the fields that change, ``place`` and ``manager`` beside them."""

    key: int
    row: Row
    person: Person | None
    values: dict[str, Any] = field(default_factory=dict)
    place: Place | None = None
    changes_unit: bool = False
    manager: int | None = None
    changes_manager: bool = False

    @property
    def name(self) -> str:
        return str(self.values.get("name") or (self.person.name if self.person else ""))

    @property
    def is_changed(self) -> bool:
        return self.person is None or bool(self.values) or self.changes_unit or self.changes_manager

    @property
    def is_moved(self) -> bool:
        return self.changes_unit or self.changes_manager or "site" in self.values
