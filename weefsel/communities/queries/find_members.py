"""Who is in a community."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, IntegerField, Q, Value, When
from django.utils.translation import gettext as _

from weefsel.communities.models import Membership
from weefsel.communities.queries._counting import PRESENT
from weefsel.communities.rules import known_community, may_manage_community, may_see_members, seen_membership
from weefsel.communities.terms import MemberRole
from weefsel.kernel.actor import Actor
from weefsel.kernel.paging import PAGE_SIZE, Page
from weefsel.kernel.refusals import NotFound
from weefsel.kernel.topics import without_accents

MOST_PAGES = 100_000

_ORDER = Case(
    When(role=MemberRole.OWNER, then=Value(0)),
    When(role=MemberRole.MODERATOR, then=Value(1)),
    default=Value(2),
    output_field=IntegerField(),
)


@dataclass(frozen=True, slots=True)
class MemberCard:
    """A member as another reader sees them. ``where`` is unit and site inside, the title alone for outsiders."""

    person_id: int
    handle: str
    name: str
    where: str
    organisation: str
    is_outside: bool
    role: str
    role_label: str
    since: datetime
    is_me: bool
    has_accepted: bool


def find_members(actor: Actor, community_id: int, *, text: str = "", page: int = 1) -> Page[MemberCard]:
    """The members, who looks after it first, then by name; twenty on a page. At most four statements.

    Raises ``NotFound`` for who may see neither the community nor its members.
    """
    community = known_community(actor, community_id)
    if not (may_see_members(actor, community) or may_manage_community(actor, community)):
        raise NotFound(_("There is nothing at this address."))
    found = Membership.objects.filter(PRESENT, community_id=community_id)
    words = without_accents(text.replace("\x00", "")).split()
    for word in words:
        found = found.filter(Q(person__search_name__contains=word))
    page = min(max(page, 1), MOST_PAGES)
    start = (page - 1) * PAGE_SIZE
    rows = list(
        found.select_related("person__organisation", "person__unit")
        .annotate(place=_ORDER)
        .order_by("place", "person__search_name", "pk")[start : start + PAGE_SIZE + 1]
    )
    cards = [_card(actor, row, community.rules_version) for row in rows[:PAGE_SIZE]]
    return Page(cards, str(page + 1) if len(rows) > PAGE_SIZE else "")


def _card(actor: Actor, row: Membership, rules_version: int) -> MemberCard:
    person = row.person
    is_outside = person.organisation.kind != "home"
    place = person.site or (person.unit.site if person.unit else "")
    where = ", ".join(filter(None, (person.unit.name if person.unit else "", place)))
    return MemberCard(
        person_id=person.pk,
        handle=person.handle,
        name=person.name,
        where=where or person.job_title if actor.is_employee and not is_outside else person.job_title,
        organisation=person.organisation.name,
        is_outside=is_outside,
        role=row.role,
        role_label=str(MemberRole(row.role).label),
        since=row.since,
        is_me=person.pk == actor.person_id,
        has_accepted=row.accepted_rules >= rules_version,
    )


def member_card(actor: Actor, community_id: int, person_id: int) -> MemberCard:
    """One member. Raises ``NotFound`` for who may not see them. At most four statements."""
    return _card(actor, seen_membership(actor, community_id, person_id), 0)
