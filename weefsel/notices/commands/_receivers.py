"""Receivers: as whom they read, and the row that tells them."""

from collections.abc import Iterable, Sequence

from weefsel.identity.models import NetworkRole
from weefsel.kernel.actor import Actor, Door, Role
from weefsel.notices.models import Notice
from weefsel.people.models import Person
from weefsel.people.terms import OrganisationKind, PersonKind


def receivers(person_ids: Iterable[int]) -> list[Actor]:
    """The persons as they would read now: who has left, bots and placeholders are told nothing. Two statements."""
    people = Person.objects.select_related("organisation").filter(
        pk__in=list(person_ids), left_on=None, kind=PersonKind.ORDINARY
    )
    found = list(people.order_by("pk"))
    roles: dict[int, set[Role]] = {}
    held = NetworkRole.objects.filter(account__person__in=found).values_list("account__person", "role")
    for person_id, role in held:
        roles.setdefault(person_id, set()).add(Role(role))
    return [_as_reader(person, frozenset(roles.get(person.pk, ()))) for person in found]


def stewards() -> list[int]:
    """The ids of the persons who are stewards. One statement."""
    found = NetworkRole.objects.filter(role=Role.STEWARD, account__is_active=True, account__person__isnull=False)
    return list(found.values_list("account__person", flat=True).order_by("account__person"))


def _as_reader(person: Person, roles: frozenset[Role]) -> Actor:
    return Actor(
        door=Door.JOB,
        account_id=person.account_id,
        person_id=person.pk,
        organisation_id=person.organisation_id,
        is_employee=person.organisation.kind == OrganisationKind.HOME,
        roles=roles,
        name=person.name,
    )


def tell(notices: Sequence[Notice]) -> int:
    """Write the rows that are not there yet: telling twice is telling once. Two statements, none for nothing."""
    if not notices:
        return 0
    keys = {notice.key for notice in notices}
    told = Notice.objects.filter(key__in=keys, person_id__in=[notice.person_id for notice in notices])
    known = set(told.values_list("person_id", "key"))
    fresh = [notice for notice in notices if (notice.person_id, notice.key) not in known]
    Notice.objects.bulk_create(fresh, ignore_conflicts=True)
    return len(fresh)
