from dataclasses import dataclass
from enum import StrEnum

from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import require
from weefsel.kernel.text import one_line
from weefsel.people.commands._names import free_handle, search_name
from weefsel.people.events import PersonJoined
from weefsel.people.models import Person
from weefsel.people.rules import may_import_people
from weefsel.people.terms import NAME_MAX, TITLE_MAX, PersonKind


class Met(StrEnum):
    """How an imported person was met: by an earlier import, by e-mail, or made anew."""

    AGAIN = "again"
    BY_EMAIL = "by_email"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class ImportedPerson:
    """Somebody an archive knows. Without an e-mail that belongs to somebody here, they become a placeholder."""

    source: str
    source_key: str
    name: str
    organisation_id: int
    email: str = ""
    job_title: str = ""
    kind: str = PersonKind.PLACEHOLDER


@transaction.atomic
def import_person(actor: Actor, *, person: ImportedPerson, dry_run: bool = False) -> tuple[int, Met]:
    """Find or make the person an archive speaks of, and return its id and how it was met.

    Found by source key first, then by e-mail (bots by source key alone). Running it again changes nothing; a trial run
    makes nobody and gives 0 for who would be new. Refuses whoever may not import. Announces ``PersonJoined`` for a new
    one. Two to five statements.
    """
    require(may_import_people(actor), _("Only stewards import people."))
    again = Person.objects.filter(source=person.source, source_key=person.source_key).first()
    if again is not None:
        return again.pk, Met.AGAIN
    email = person.email.strip().lower()
    if email and person.kind != PersonKind.BOT:
        known = Person.objects.filter(email__iexact=email).first()
        if known is not None:
            return known.pk, Met.BY_EMAIL
    if dry_run:
        return 0, Met.NEW
    name = one_line(person.name)[:NAME_MAX] or person.source_key
    made = Person.objects.create(
        organisation_id=person.organisation_id,
        kind=person.kind,
        handle=free_handle(name),
        name=name,
        search_name=search_name(name),
        email=email,
        job_title=one_line(person.job_title)[:TITLE_MAX],
        source=person.source,
        source_key=person.source_key,
    )
    announce(PersonJoined(person_id=made.pk))
    return made.pk, Met.NEW
