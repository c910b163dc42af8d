"""The directory of people."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from weefsel.communities.rules import visible_people
from weefsel.kernel.actor import Actor
from weefsel.kernel.paging import PAGE_SIZE, Page
from weefsel.kernel.text import one_line
from weefsel.kernel.topics import topic_form
from weefsel.people.models import AskMeAbout, Person, UnitClosure
from weefsel.people.names import search_words
from weefsel.people.terms import PersonKind


@dataclass(frozen=True, slots=True)
class Wanted:
    """What narrows the directory. A unit stands for everything below it too; a topic for what its beginning says."""

    text: str = ""
    unit: int = 0
    site: str = ""
    language: str = ""
    topic: str = ""
    organisation: int = 0

    @property
    def is_narrowed(self) -> bool:
        return self != Wanted()

    def address(self, **more: object) -> str:
        """What stands behind the question mark of the page's address."""
        named = (("q", self.text), ("unit", self.unit), ("site", self.site), ("language", self.language))
        others = (("topic", self.topic), ("organisation", self.organisation), *more.items())
        return urlencode([(name, value) for name, value in (*named, *others) if value])


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in a list. People from outside have an organisation; only employees learn of unit and site."""

    id: int
    handle: str
    name: str
    job_title: str
    unit: str
    site: str
    organisation: str
    is_outside: bool
    is_oneself: bool
    topics: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        return ", ".join(part for part in (self.unit, self.site) if part)


def find_people(actor: Actor, wanted: Wanted | None = None, *, after: int = 0) -> Page[PersonRow]:
    """The people the actor may see, by name, twenty at a time after the person ``after``. Two statements.

    Without bots, placeholders, and who has left. Outsiders narrow by name alone: the rest is not for them to know.
    """
    found = _narrowed(_listed(actor), actor, wanted or Wanted())
    if after:
        name = Subquery(Person.objects.filter(pk=after).values("search_name")[:1])
        found = found.filter(Q(search_name__gt=name) | Q(search_name=name, pk__gt=after))
    rows = list(found.select_related("organisation", "unit").order_by("search_name", "pk")[: PAGE_SIZE + 1])
    shown = rows[:PAGE_SIZE]
    topics = _topics_of(actor, [row.pk for row in shown])
    cards = [_card(actor, row, topics.get(row.pk, ())) for row in shown]
    return Page(cards, str(cards[-1].id) if len(rows) > PAGE_SIZE else "")


def _listed(actor: Actor) -> "QuerySet[Person]":
    return Person.objects.filter(visible_people(actor), kind=PersonKind.ORDINARY, left_on=None)


def _narrowed(found: "QuerySet[Person]", actor: Actor, wanted: Wanted) -> "QuerySet[Person]":
    for word in search_words(wanted.text):
        found = found.filter(Q(search_name__startswith=word) | Q(search_name__contains=f" {word}"))
    if not actor.is_employee:
        return found
    if wanted.unit:
        below = UnitClosure.objects.filter(ancestor_id=wanted.unit)
        found = found.filter(unit_id__in=below.values("descendant_id"))
    if wanted.site:
        found = found.filter(site=one_line(wanted.site))
    if wanted.language:
        found = found.filter(language=one_line(wanted.language))
    if topic_form(wanted.topic):
        about = AskMeAbout.objects.filter(person_id=OuterRef("pk"), topic__startswith=topic_form(wanted.topic))
        found = found.filter(Exists(about))
    if wanted.organisation:
        found = found.filter(organisation_id=wanted.organisation)
    return found


def _topics_of(actor: Actor, ids: list[int]) -> dict[int, tuple[str, ...]]:
    """What each may be asked about, for employees."""
    topics: dict[int, tuple[str, ...]] = {}
    if actor.is_employee:
        rows = AskMeAbout.objects.filter(person_id__in=ids).order_by("pk").values_list("person_id", "shown")
        for person_id, shown in rows:
            topics[person_id] = (*topics.get(person_id, ()), shown)
    return topics


def _card(actor: Actor, row: Person, topics: tuple[str, ...]) -> PersonRow:
    is_outside = row.organisation.kind != "home"
    knows = actor.is_employee
    return PersonRow(
        id=row.pk,
        handle=row.handle,
        name=row.name,
        job_title=row.job_title,
        unit=row.unit.name if knows and row.unit else "",
        site=row.site if knows else "",
        organisation=row.organisation.name if is_outside or not knows else "",
        is_outside=is_outside,
        is_oneself=row.pk == actor.person_id,
        topics=topics,
    )
