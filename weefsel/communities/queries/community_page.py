"""Everything the page of a community says about it, for one reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber
from django.utils.translation import gettext as _

from weefsel.communities.models import (
    Charter,
    Community,
    CommunityInvitation,
    FormerSlug,
    JoinRequest,
    Membership,
)
from weefsel.communities.queries._counting import PRESENT
from weefsel.communities.queries._words import lines_of
from weefsel.communities.rules import has_owner, known_communities, open_invitations
from weefsel.communities.terms import READABLE_KINDS, CommunityKind, MemberRole, RequestOutcome
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import NotFound
from weefsel.people.models import Person
from weefsel.people.terms import OrganisationKind

MOST_FACES = 5
MOST_OWNERS = 5
MOST_GROUPS = 6


@dataclass(frozen=True, slots=True)
class Here:
    """Which of a community's pages one is on, for its tabs."""

    name: str

    @property
    def posts(self) -> bool:
        return self.name == "posts"

    @property
    def members(self) -> bool:
        return self.name == "members"

    @property
    def about(self) -> bool:
        return self.name == "about"

    @property
    def requests(self) -> bool:
        return self.name == "requests"

    @property
    def invite(self) -> bool:
        return self.name == "invite"


@dataclass(frozen=True, slots=True)
class Face:
    """A person beside others."""

    person_id: int
    name: str
    handle: str
    where: str
    is_outside: bool


@dataclass(frozen=True, slots=True)
class FaceGroup:
    """The members of one place (inside) or organisation (outside)."""

    title: str
    is_outside: bool
    count: int
    faces: Sequence[Face]


@dataclass(frozen=True, slots=True)
class CharterCard:
    """The charter that is in force: its paragraphs, its number, and how many there were."""

    number: int
    lines: Sequence[str]
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """What the reader is here, and may do."""

    role: str
    must_accept: bool
    request_id: int | None
    invitation_id: int | None
    reads: bool
    may_join: bool
    may_ask: bool
    may_invite: bool
    may_moderate: bool
    may_decide: bool
    may_manage: bool
    sees_members: bool


@dataclass(frozen=True, slots=True)
class CommunityPage:
    """A community for one reader. ``open_requests`` counts only for who decides them."""

    id: int
    slug: str
    name: str
    purpose: str
    kind: str
    kind_label: str
    language: str
    is_shared: bool
    is_archived: bool
    opened_at: datetime
    rules_version: int
    rules: str
    rules_lines: Sequence[str]
    charter: CharterCard | None
    standing: Standing
    owners: Sequence[Face]
    groups: Sequence[FaceGroup]
    open_requests: int

    @property
    def member_count(self) -> int:
        return sum(group.count for group in self.groups)

    @property
    def is_told_who_reads(self) -> bool:
        """Readers, and who is asked to become one; of an invite-only community others learn name, purpose and owner."""
        return self.standing.reads or self.standing.must_accept or self.standing.invitation_id is not None

    @property
    def has_requests(self) -> bool:
        return self.standing.may_decide and (self.kind == CommunityKind.ON_REQUEST or self.open_requests > 0)

    @property
    def shown_groups(self) -> Sequence[FaceGroup]:
        return self.groups[:MOST_GROUPS]

    @property
    def role_label(self) -> str:
        role = self.standing.role
        return str(MemberRole(role).label) if role else _("Steward")


def community_page(actor: Actor, slug: str) -> CommunityPage:
    """The community at an address, also at one it had before. Ten statements at most.

    Raises ``NotFound`` for who may not know it, by the same two statements as for an address that nobody has.
    """
    community = _at(actor, slug)
    standing = _standing(actor, community)
    shows_people = standing.sees_members or standing.may_manage
    charters = list(Charter.objects.filter(community=community).order_by("number")) if _may_read(standing) else []
    rules = next((c.rules_of_engagement for c in charters if c.number == community.rules_version), "")
    return CommunityPage(
        id=community.pk,
        slug=community.slug,
        name=community.name,
        purpose=community.purpose,
        kind=community.kind,
        kind_label=str(CommunityKind(community.kind).label),
        language=community.language,
        is_shared=community.is_shared,
        is_archived=community.archived_at is not None,
        opened_at=community.opened_at,
        rules_version=community.rules_version,
        rules=rules,
        rules_lines=lines_of(rules),
        charter=_charter(charters) if standing.reads else None,
        standing=standing,
        owners=_owners(actor, community) if shows_people or actor.is_employee else [],
        groups=_groups(actor, community) if shows_people else [],
        open_requests=_open_requests(community) if standing.may_decide else 0,
    )


def slug_of(actor: Actor, community_id: int) -> str:
    """The address of a community the actor may know. Raises ``NotFound``. One statement."""
    found = Community.objects.filter(known_communities(actor), pk=community_id).values_list("slug", flat=True).first()
    if found is None:
        raise NotFound(_("There is no such community here."))
    return found


def _at(actor: Actor, slug: str) -> Community:
    community = Community.objects.filter(known_communities(actor), slug=slug).first()
    if community is None:
        had_it = FormerSlug.objects.filter(slug=slug).order_by("-until", "-pk").values("community_id")
        community = Community.objects.filter(known_communities(actor), pk__in=had_it).order_by("-pk").first()
    if community is None:
        raise NotFound(_("There is no such community here."))
    return community


def _may_read(standing: Standing) -> bool:
    """The rules are also read by who is asked to accept them."""
    return standing.reads or standing.must_accept or standing.invitation_id is not None or standing.may_manage


def _standing(actor: Actor, community: Community) -> Standing:
    mine = Membership.objects.filter(person_id=actor.person_id or 0, community=community).first()
    counts = mine is not None and mine.accepted_rules >= community.rules_version
    role = mine.role if mine else ""
    is_open = community.archived_at is None
    moderates = counts and role in {MemberRole.OWNER, MemberRole.MODERATOR}
    manages = (counts and role == MemberRole.OWNER) or (actor.is_steward and not has_owner(community))
    waits = JoinRequest.objects.filter(person_id=actor.person_id or 0, community=community, outcome=RequestOutcome.OPEN)
    invited = CommunityInvitation.objects.filter(open_invitations(actor), community=community)
    reads = counts or (actor.is_employee and community.kind in READABLE_KINDS)
    request_id = waits.values_list("pk", flat=True).first() if mine is None else None
    return Standing(
        role=role,
        must_accept=mine is not None and not counts,
        request_id=request_id,
        invitation_id=invited.values_list("pk", flat=True).first() if mine is None and is_open else None,
        reads=reads,
        may_join=mine is None and is_open and actor.is_employee and community.kind == CommunityKind.OPEN,
        may_ask=mine is None
        and is_open
        and request_id is None
        and actor.is_employee
        and community.kind == CommunityKind.ON_REQUEST,
        may_invite=moderates and is_open and actor.is_employee,
        may_moderate=moderates or manages,
        may_decide=(moderates or manages) and actor.is_employee,
        may_manage=manages,
        sees_members=reads and (actor.is_employee or community.shows_members),
    )


def _people(community: Community) -> "QuerySet[Membership]":
    return Membership.objects.filter(PRESENT, community=community).select_related(
        "person__organisation", "person__unit"
    )


def _owners(actor: Actor, community: Community) -> list[Face]:
    owners = _people(community).filter(role=MemberRole.OWNER).order_by("person__search_name", "pk")[:MOST_OWNERS]
    return [_face(actor, membership.person) for membership in owners]


def _face(actor: Actor, person: Person) -> Face:
    """Unit and site are for colleagues: from outside one knows organisation, name and title."""
    is_outside = person.organisation.kind != OrganisationKind.HOME
    place = ", ".join(filter(None, (person.unit.name if person.unit else "", person.site)))
    where = person.job_title if is_outside or not actor.is_employee else place
    return Face(person.pk, person.name, person.handle, where, is_outside)


def _groups(actor: Actor, community: Community) -> list[FaceGroup]:
    """The members by place (for colleagues), else by organisation, with the first faces of each. One statement."""
    group = [F("person__organisation_id"), F("person__site")]
    rows = (
        _people(community)
        .annotate(
            number=Window(RowNumber(), partition_by=group, order_by=["person__search_name", "pk"]),
            total=Window(Count("pk"), partition_by=group),
        )
        .filter(number__lte=MOST_FACES)
        .order_by("person__search_name", "pk")
    )
    faces: dict[tuple[bool, str], list[Face]] = {}
    totals: dict[tuple[bool, str], dict[str, int]] = {}
    for row in rows:
        person = row.person
        is_outside = person.organisation.kind != OrganisationKind.HOME
        by_place = actor.is_employee and not is_outside
        key = (is_outside, person.site if by_place else person.organisation.name)
        faces.setdefault(key, []).append(_face(actor, person))
        totals.setdefault(key, {})[person.site] = row.__dict__["total"]
    groups = [
        FaceGroup(title, is_outside, sum(totals[is_outside, title].values()), shown[:MOST_FACES])
        for (is_outside, title), shown in faces.items()
    ]
    return sorted(groups, key=lambda g: (g.is_outside, -g.count, g.title))


def _charter(charters: Sequence[Charter]) -> CharterCard | None:
    if not charters or not charters[-1].text.strip():
        return None
    newest = charters[-1]
    return CharterCard(newest.number, lines_of(newest.text), newest.written_at)


def _open_requests(community: Community) -> int:
    return JoinRequest.objects.filter(community=community, outcome=RequestOutcome.OPEN).count()
