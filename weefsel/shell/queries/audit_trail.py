"""The audit trail with names."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

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
    thing_name: str
    facts: str
    is_sealed: bool


def audit_trail(actor: Actor, before: int | None = None) -> Page[NamedEntry]:
    """The entries one may read, newest first, with names. Raises ``NotFound`` for who may read none. Two statements."""
    page = trail(actor, before)
    people = {row.person_id for row in page.rows if row.person_id} | _ids(page.rows, "person")
    persons = Person.objects.filter(Q(pk__in=people) | Q(account_id__in=_ids(page.rows, "account")))
    names: dict[tuple[str, int], str] = {}
    for person_id, account_id, name in persons.values_list("pk", "account_id", "name"):
        names["person", person_id] = name
        names["account", account_id or 0] = name
    return Page([_named(row, names) for row in page.rows], page.next_cursor)


def _ids(rows: Iterable[EntryCard], thing: str) -> set[int]:
    """The numbers of the things of one kind, which the trail keeps as text."""
    return {int(row.thing_id) for row in rows if row.thing == thing and row.thing_id.isdecimal()}


def _named(row: EntryCard, names: dict[tuple[str, int], str]) -> NamedEntry:
    number = int(row.thing_id) if row.thing_id.isdecimal() else 0
    return NamedEntry(
        entry_id=row.entry_id,
        at=row.at,
        who=names.get(("person", row.person_id or 0)) or nobody_text(),
        deed=deed_text(row.deed),
        door=door_text(row.door),
        thing=row.thing.replace("_", " "),
        thing_id=row.thing_id,
        thing_name=names.get((row.thing, number), ""),
        facts=", ".join(f"{name.replace('_', ' ')}: {value}" for name, value in row.facts),
        is_sealed=row.is_sealed,
    )
