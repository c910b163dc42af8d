from dataclasses import dataclass

from django.db.models import BooleanField, ExpressionWrapper, Q

from weefsel.kernel.actor import Actor
from weefsel.kernel.paging import PAGE_SIZE, Page
from weefsel.kernel.refusals import NotFound
from weefsel.people.models import Person
from weefsel.people.rules import may_link_placeholder
from weefsel.people.terms import PersonKind


@dataclass(frozen=True, slots=True)
class PlaceholderRow:
    """Somebody an import met, and for whom they stand if that was said."""

    id: int
    handle: str
    name: str
    source: str
    email: str
    stands_for: str
    stands_for_handle: str


def find_placeholders(actor: Actor, *, after: int = 0) -> Page[PlaceholderRow]:
    """Placeholders, those of whom nobody has said who they are first, twenty at a time behind the first ``after``.

    Raises ``NotFound`` for who may not link them. One statement.
    """
    if not may_link_placeholder(actor):
        raise NotFound
    people = Person.objects.filter(kind=PersonKind.PLACEHOLDER).select_related("stands_for")
    is_said = ExpressionWrapper(Q(stands_for__isnull=False), output_field=BooleanField())
    rows = list(people.order_by(is_said, "search_name", "pk")[after : after + PAGE_SIZE + 1])
    cards = [_row(person) for person in rows[:PAGE_SIZE]]
    return Page(cards, str(after + PAGE_SIZE) if len(rows) > PAGE_SIZE else "")


def _row(person: Person) -> PlaceholderRow:
    known = person.stands_for
    return PlaceholderRow(
        id=person.pk,
        handle=person.handle,
        name=person.name,
        source=person.source,
        email=person.email,
        stands_for=known.name if known else "",
        stands_for_handle=known.handle if known else "",
    )
