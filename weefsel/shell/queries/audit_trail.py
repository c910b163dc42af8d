"""The audit trail with names."""

from dataclasses import dataclass
from datetime import datetime

from weefsel.audit.queries.trail import EntryCard, trail
from weefsel.kernel.actor import Actor
from weefsel.kernel.paging import Page
from weefsel.people.models import Person
from weefsel.shell.audit_words import deed_text, door_text, nobody_text


@dataclass(frozen=True, slots=True)
class NamedEntry:
    """One deed as a sentence: who, what, to which thing, through which door, when."""

    entry_id: int
    at: datetime
    who: str
    deed: str
    door: str
    thing: str
    thing_id: str
    facts: str
    is_sealed: bool


def audit_trail(actor: Actor, before: int | None = None) -> Page[NamedEntry]:
    """The entries one may read, newest first, with names. Raises ``NotFound`` for who may read none. Two statements."""
    page = trail(actor, before)
    persons = Person.objects.filter(pk__in={row.person_id for row in page.rows if row.person_id})
    names = dict(persons.values_list("pk", "name"))
    return Page([_named(row, names) for row in page.rows], page.next_cursor)


def _named(row: EntryCard, names: dict[int, str]) -> NamedEntry:
    return NamedEntry(
        entry_id=row.entry_id,
        at=row.at,
        who=names.get(row.person_id or 0) or nobody_text(),
        deed=deed_text(row.deed),
        door=door_text(row.door),
        thing=row.thing.replace("_", " "),
        thing_id=row.thing_id,
        facts=", ".join(f"{name.replace('_', ' ')}: {value}" for name, value in row.facts),
        is_sealed=row.is_sealed,
    )
