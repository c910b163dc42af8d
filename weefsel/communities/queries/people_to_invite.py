"""Whom one could invite, found by name."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from weefsel.communities.models import CommunityInvitation, Membership, SharedWith
from weefsel.communities.rules import may_invite, seen_community, visible_people
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import NotFound
from weefsel.kernel.topics import without_accents
from weefsel.people.models import Person
from weefsel.people.terms import OrganisationKind, PersonKind

MOST = 20


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who is not a member and has no open invitation."""

    person_id: int
    name: str
    handle: str
    where: str
    organisation: str
    is_outside: bool


def people_to_invite(actor: Actor, community_id: int, text: str) -> Sequence[Candidate]:
    """People whose name has every word of ``text``, at most twenty; nobody for an empty text. Three statements.

    People from outside only where the community is shared with their organisation. Raises ``NotFound`` for who may not
    invite.
    """
    community = seen_community(actor, community_id)
    if not may_invite(actor, community):
        raise NotFound(_("There is nothing at this address."))
    words = without_accents(text.replace("\x00", "")).split()
    if not words:
        return []
    is_in = Membership.objects.filter(community=community, person_id=OuterRef("pk"))
    is_asked = CommunityInvitation.objects.filter(
        community=community,
        person_id=OuterRef("pk"),
        accepted_at=None,
        declined_at=None,
        withdrawn_at=None,
        expires_at__gt=clock.now(),
    )
    shared = SharedWith.objects.filter(community=community).values("organisation_id")
    found = Person.objects.filter(
        visible_people(actor),
        Q(organisation__kind=OrganisationKind.HOME) | Q(organisation_id__in=shared),
        ~Exists(is_in),
        ~Exists(is_asked),
        left_on=None,
        kind=PersonKind.ORDINARY,
    )
    for word in words:
        found = found.filter(search_name__contains=word)
    rows = found.select_related("organisation", "unit").order_by("search_name", "pk")[:MOST]
    return [_candidate(row) for row in rows]


def _candidate(person: Person) -> Candidate:
    is_outside = person.organisation.kind != OrganisationKind.HOME
    where = ", ".join(filter(None, (person.unit.name if person.unit else "", person.site)))
    return Candidate(
        person_id=person.pk,
        name=person.name,
        handle=person.handle,
        where=person.job_title if is_outside else where or person.job_title,
        organisation=person.organisation.name,
        is_outside=is_outside,
    )
