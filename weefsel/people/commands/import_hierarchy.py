from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import require
from weefsel.kernel.topics import topic_form
from weefsel.people.commands._names import search_name
from weefsel.people.events import PersonJoined
from weefsel.people.models import AskMeAbout, Organisation, OrganisationDomain, Person, Unit, UnitClosure
from weefsel.people.rules import may_import_people


@dataclass(frozen=True, slots=True)
class ImportedOrganisation:
    key: str
    name: str
    kind: str
    domain: str


@dataclass(frozen=True, slots=True)
class ImportedUnit:
    key: str
    name: str
    parent_key: str
    site: str


@dataclass(frozen=True, slots=True)
class ImportedColleague:
    """Somebody of a prepared organisation; ``key`` is also their handle."""

    key: str
    given_name: str
    family_name: str
    email: str
    job_title: str
    organisation_key: str
    unit_key: str = ""
    manager_key: str = ""
    site: str = ""
    language: str = ""
    started_on: date | None = None
    own_words: str = ""
    topics: tuple[str, ...] = ()


@transaction.atomic
def import_hierarchy(
    actor: Actor,
    *,
    source: str,
    organisations: Sequence[ImportedOrganisation],
    units: Sequence[ImportedUnit],
    people: Sequence[ImportedColleague],
) -> dict[str, int]:
    """Lay down a prepared organisation at once: organisations, units, people, their line. Returns person ids by key.

    For a network that was just set up: the home organisation is the one there is, and whoever is here by e-mail (the
    first steward) becomes who the prepared organisation says. Refuses whoever may not import. Announces
    ``PersonJoined`` for each who is new. A dozen statements, and what the listeners write.
    """
    require(may_import_people(actor), _("Only stewards import people."))
    homes = _organisations(source, organisations)
    unit_ids = _units(source, units)
    here = {p.email: p for p in Person.objects.filter(email__in=[p.email.lower() for p in people])}
    made = {p.key: here.get(p.email.lower(), Person()) for p in people}
    for p in people:
        _describe(made[p.key], source, p, homes, unit_ids)
    Person.objects.bulk_create([p for p in made.values() if p.email not in here], batch_size=500)
    for known in here.values():
        known.save()
    _draw_line(made, people)
    AskMeAbout.objects.bulk_create(
        [
            AskMeAbout(person=made[p.key], topic=topic_form(topic), shown=topic)
            for p in people
            for topic in p.topics
            if topic_form(topic)
        ]
    )
    for person in made.values():
        if person.email not in here:
            announce(PersonJoined(person_id=person.pk))
    return {key: person.pk for key, person in made.items()}


def _organisations(source: str, organisations: Sequence[ImportedOrganisation]) -> dict[str, int]:
    found: dict[str, int] = {}
    for o in organisations:
        row = Organisation.objects.filter(kind="home").first() if o.kind == "home" else None
        if row is None:
            row = Organisation.objects.create(name=o.name, kind=o.kind, source=source, source_key=o.key)
        if o.domain:
            OrganisationDomain.objects.get_or_create(domain=o.domain, defaults={"organisation": row})
        found[o.key] = row.pk
    return found


def _units(source: str, units: Sequence[ImportedUnit]) -> dict[str, int]:
    made = [Unit(name=u.name, site=u.site, source=source, source_key=u.key) for u in units]
    Unit.objects.bulk_create(made)
    by_key = {unit.source_key: unit for unit in made}
    parents: dict[int, int | None] = {}
    for u in units:
        parent = by_key[u.parent_key] if u.parent_key else None
        by_key[u.key].parent = parent
        parents[by_key[u.key].pk] = parent.pk if parent else None
    Unit.objects.bulk_update(made, ["parent"])
    pairs = []
    for unit in made:
        ancestor: int | None = unit.pk
        depth = 0
        while ancestor is not None:
            pairs.append(UnitClosure(ancestor_id=ancestor, descendant=unit, depth=depth))
            ancestor, depth = parents[ancestor], depth + 1
    UnitClosure.objects.bulk_create(pairs)
    return {key: unit.pk for key, unit in by_key.items()}


def _describe(person: Person, source: str, p: ImportedColleague, homes: dict[str, int], units: dict[str, int]) -> None:
    person.organisation_id = homes[p.organisation_key]
    person.handle = p.key
    person.name = f"{p.given_name} {p.family_name}".strip()
    person.given_name = p.given_name
    person.family_name = p.family_name
    person.search_name = search_name(person.name)
    person.email = p.email.lower()
    person.job_title = p.job_title
    person.unit_id = units.get(p.unit_key)
    person.site = p.site
    person.language = p.language
    person.started_on = p.started_on
    person.own_words = p.own_words
    person.source = source
    person.source_key = p.key


def _draw_line(made: dict[str, Person], people: Sequence[ImportedColleague]) -> None:
    """Managers, and each person's distance from the top."""
    manager_of = {p.key: p.manager_key for p in people if p.unit_key}
    for key, manager in manager_of.items():
        made[key].manager = made[manager] if manager else None
        layer, above = 0, manager
        while above:
            layer, above = layer + 1, manager_of[above]
        made[key].layer = layer
    Person.objects.bulk_update(made.values(), ["manager", "layer"], batch_size=500)
