"""The directory of communities."""

from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from weefsel.communities.models import Community, CommunityInvitation, JoinRequest, Membership
from weefsel.communities.queries._counting import may_count, member_count
from weefsel.communities.rules import known_communities, open_invitations
from weefsel.communities.terms import READABLE_KINDS, CommunityKind, MemberRole, RequestOutcome
from weefsel.kernel.actor import Actor
from weefsel.kernel.paging import PAGE_SIZE, Page
from weefsel.kernel.topics import without_accents

SHOWS = ("all", "mine", "open", "on_request", "archived")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What narrows the directory: part of a name, whose or which kind (``SHOWS``), a language."""

    text: str = ""
    show: str = "all"
    language: str = ""

    @property
    def is_narrowed(self) -> bool:
        return self != Wanted()


@dataclass(frozen=True, slots=True)
class CommunityCard:
    """A community in the directory. Who does not read it is told its name and purpose, not who else reads it."""

    id: int
    slug: str
    name: str
    purpose: str
    kind: str
    kind_label: str
    is_shared: bool
    is_archived: bool
    reads: bool
    member_count: int | None
    role: str
    role_label: str
    has_asked: bool
    is_invited: bool

    @property
    def may_join(self) -> bool:
        return self.kind == CommunityKind.OPEN and not self.role and not self.is_archived

    @property
    def may_ask(self) -> bool:
        return self.kind == CommunityKind.ON_REQUEST and not (self.role or self.has_asked or self.is_archived)


def find_communities(actor: Actor, wanted: Wanted | None = None, *, after: int = 0) -> Page[CommunityCard]:
    """The communities the actor may know of, by name, twenty at a time after the community ``after``. One statement."""
    found = _narrowed(Community.objects.filter(known_communities(actor)), actor, wanted or Wanted())
    if after:
        last = Community.objects.filter(pk=after)
        name = Subquery(last.values("search_name")[:1])
        found = found.filter(Q(search_name__gt=name) | Q(search_name=name, pk__gt=after))
    rows = list(_with_facts(found, actor).order_by("search_name", "pk")[: PAGE_SIZE + 1])
    cards = [_card(actor, row) for row in rows[:PAGE_SIZE]]
    return Page(cards, str(cards[-1].id) if len(rows) > PAGE_SIZE else "")


def known_languages(actor: Actor) -> list[str]:
    """The languages of the communities the actor may know of. One statement."""
    known = Community.objects.filter(known_communities(actor), archived_at=None)
    return sorted(known.order_by().values_list("language", flat=True).distinct())


def _narrowed(found: "QuerySet[Community]", actor: Actor, wanted: Wanted) -> "QuerySet[Community]":
    text = without_accents(" ".join(wanted.text.replace("\x00", "").split()))
    if text:
        found = found.filter(search_name__contains=text)
    if wanted.language:
        found = found.filter(language=wanted.language.replace("\x00", ""))
    if wanted.show == "mine":
        found = found.filter(pk__in=Membership.objects.filter(person_id=actor.person_id or 0).values("community_id"))
    if wanted.show in {CommunityKind.OPEN, CommunityKind.ON_REQUEST}:
        found = found.filter(kind=wanted.show)
    return found.filter(archived_at__isnull=wanted.show != "archived")


def _with_facts(found: "QuerySet[Community]", actor: Actor) -> "QuerySet[Community]":
    mine = Membership.objects.filter(person_id=actor.person_id or 0, community_id=OuterRef("pk"))
    asked = JoinRequest.objects.filter(
        person_id=actor.person_id or 0, community_id=OuterRef("pk"), outcome=RequestOutcome.OPEN
    )
    invited = CommunityInvitation.objects.filter(open_invitations(actor), community_id=OuterRef("pk"))
    return found.annotate(
        my_role=Subquery(mine.values("role")[:1]),
        counts=Exists(mine.filter(accepted_rules__gte=F("community__rules_version"))),
        asked=Exists(asked),
        invited=Exists(invited),
        members=member_count(),
    )


def _card(actor: Actor, row: Community) -> CommunityCard:
    facts = row.__dict__  # the columns that the query added
    counted = may_count(actor, row.kind, is_member=facts["counts"], shows_members=row.shows_members)
    role = facts["my_role"] or ""
    reads = facts["counts"] or (actor.is_employee and row.kind in READABLE_KINDS)
    return CommunityCard(
        id=row.pk,
        slug=row.slug,
        name=row.name,
        purpose=row.purpose,
        kind=row.kind,
        kind_label=str(CommunityKind(row.kind).label),
        is_shared=row.is_shared and reads,
        is_archived=row.archived_at is not None,
        reads=reads,
        member_count=facts["members"] if counted else None,
        role=role,
        role_label=str(MemberRole(role).label) if role else "",
        has_asked=facts["asked"],
        is_invited=facts["invited"],
    )
