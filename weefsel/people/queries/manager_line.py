"""Who answers to whom: from a person up to the top."""

from dataclasses import dataclass

from django.db import connection

from weefsel.kernel.actor import Actor
from weefsel.people.models import Person
from weefsel.people.rules import may_see_units

MOST_STEPS = 40

_STATEMENT = """
WITH RECURSIVE line (id, manager_id, step) AS (
  SELECT id, manager_id, 0 FROM people_person WHERE id = %s
  UNION ALL
  SELECT p.id, p.manager_id, line.step + 1 FROM people_person p JOIN line ON p.id = line.manager_id
  WHERE line.step < %s
)
SELECT id, step FROM line ORDER BY step DESC
"""


@dataclass(frozen=True, slots=True)
class LineStep:
    """One person in the line."""

    id: int
    handle: str
    name: str
    job_title: str
    unit: str
    has_left: bool

    @property
    def place(self) -> str:
        return ", ".join(part for part in (self.job_title, self.unit) if part)


def manager_line(actor: Actor, person_id: int) -> tuple[LineStep, ...]:
    """The line from the top down to the person, who is its last step. For employees; empty otherwise.

    Two statements, however long the line.
    """
    if not may_see_units(actor):
        return ()
    with connection.cursor() as cursor:
        cursor.execute(_STATEMENT, [person_id, MOST_STEPS])
        ids = [row[0] for row in cursor.fetchall()]
    people = {person.pk: person for person in Person.objects.filter(pk__in=ids).select_related("unit")}
    return tuple(_step_of(people[id_]) for id_ in ids)


def direct_reports(actor: Actor, person_id: int, *, most: int = 60) -> tuple[LineStep, ...]:
    """Who answers to the person, by name. For employees; empty otherwise. One statement."""
    if not may_see_units(actor):
        return ()
    reports = Person.objects.filter(manager_id=person_id, left_on=None, kind="ordinary").select_related("unit")
    return tuple(_step_of(person) for person in reports.order_by("search_name", "pk")[:most])


def _step_of(person: Person) -> LineStep:
    unit = person.unit.name if person.unit else ""
    return LineStep(person.pk, person.handle, person.name, person.job_title, unit, person.left_on is not None)
