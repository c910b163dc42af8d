"""One person, for whoever looks at them."""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Exists, OuterRef
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from weefsel.communities.models import Community, Membership, SharedWith
from weefsel.communities.rules import visible_communities, visible_people
from weefsel.communities.terms import CommunityForm, MemberRole
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import NotFound
from weefsel.people.models import AskMeAbout, Follow, Person
from weefsel.people.queries.manager_line import LineStep, direct_reports, manager_line
from weefsel.people.rules import may_edit_person, may_follow, may_link_placeholder
from weefsel.people.terms import PersonKind

MOST_COMMUNITIES = 30


@dataclass(frozen=True, slots=True)
class Across:
    """A community that runs across the line. ``note`` says what the person is in it, or what it is for."""

    name: str
    slug: str
    note: str
    is_outside: bool
    is_shared_with_me: bool


@dataclass(frozen=True, slots=True)
class Linked:
    """Another person that belongs to this page: for whom a placeholder stands, or who stands for this person."""

    id: int
    handle: str
    name: str
    source: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    """What the reader may know. For somebody from outside: organisation, name and job title alone."""

    id: int
    handle: str
    name: str
    organisation: str
    is_outside: bool
    job_title: str
    is_oneself: bool
    is_placeholder: bool
    is_bot: bool
    source: str
    has_storyline: bool
    knows_all: bool
    may_edit: bool
    may_follow: bool
    may_link: bool
    is_followed: bool = False
    left_on: date | None = None
    email: str = ""
    unit_id: int | None = None
    unit: str = ""
    site: str = ""
    language: str = ""
    own_words: str = ""
    line: tuple[LineStep, ...] = ()
    reports: tuple[LineStep, ...] = ()
    across: tuple[Across, ...] = ()
    topics: tuple[tuple[str, str], ...] = ()
    stands_for: Linked | None = None
    placeholders: tuple[Linked, ...] = ()

    @property
    def shared(self) -> tuple[Across, ...]:
        """The communities where reader and person meet."""
        return tuple(community for community in self.across if community.is_shared_with_me)

    @property
    def above(self) -> tuple[LineStep, ...]:
        return self.line[:-1]


def person_page(actor: Actor, handle: str) -> PersonPage:
    """The person with this handle. Raises ``NotFound``, alike for who is not here and who is not to be seen.

    At most nine statements for an employee, one for somebody from outside.
    """
    people = Person.objects.select_related("organisation", "unit", "stands_for")
    person = people.filter(visible_people(actor), handle__iexact=handle).first()
    if person is None:
        raise NotFound(_("There is no such person here."))
    page = _face(actor, person)
    if not page.knows_all:
        return page
    return replace(
        page,
        is_followed=Follow.objects.filter(follower_id=actor.person_id or 0, followed=person).exists(),
        left_on=person.left_on,
        email=person.email,
        unit_id=person.unit_id,
        unit=person.unit.name if person.unit else "",
        site=person.site,
        language=person.language,
        own_words=person.own_words,
        line=manager_line(actor, person.pk),
        reports=direct_reports(actor, person.pk),
        across=_across(actor, person),
        topics=tuple(AskMeAbout.objects.filter(person=person).order_by("pk").values_list("shown", "topic")),
        stands_for=_linked(person.stands_for) if person.stands_for else None,
        placeholders=tuple(_linked(p) for p in Person.objects.filter(stands_for=person).order_by("pk")),
    )


def _face(actor: Actor, person: Person) -> PersonPage:
    is_outside = person.organisation.kind != "home"
    return PersonPage(
        id=person.pk,
        handle=person.handle,
        name=person.name,
        organisation=person.organisation.name,
        is_outside=is_outside,
        job_title=person.job_title,
        is_oneself=actor.person_id == person.pk,
        is_placeholder=person.kind == PersonKind.PLACEHOLDER,
        is_bot=person.kind == PersonKind.BOT,
        source=person.source,
        has_storyline=not is_outside and person.kind == PersonKind.ORDINARY,
        knows_all=actor.is_employee or actor.person_id == person.pk,
        may_edit=may_edit_person(actor, person),
        may_follow=may_follow(actor, person),
        may_link=may_link_placeholder(actor) and person.kind == PersonKind.PLACEHOLDER,
    )


def _linked(person: Person) -> Linked:
    return Linked(person.pk, person.handle, person.name, person.source)


def _across(actor: Actor, person: Person) -> tuple[Across, ...]:
    """The communities of the person that the reader may see: where both are members first, then by name."""
    seen = Community.objects.filter(visible_communities(actor), archived_at=None)
    mine = Membership.objects.filter(person_id=actor.person_id or 0, community_id=OuterRef("community_id"))
    rows = (
        Membership.objects.filter(person=person, community__in=seen)
        .select_related("community")
        .annotate(is_mine=Exists(mine))
        .order_by("-is_mine", "community__search_name", "pk")[:MOST_COMMUNITIES]
    )
    found = list(rows)
    partners = _partners(actor, [row.community_id for row in found if row.community.is_shared])
    return tuple(
        Across(
            name=row.community.name,
            slug=row.community.slug,
            note=_note(row, partners.get(row.community_id, [])),
            is_outside=row.community.is_shared,
            is_shared_with_me=row.is_mine and actor.person_id != person.pk,
        )
        for row in found
    )


def _partners(actor: Actor, ids: list[int]) -> dict[int, list[str]]:
    names: dict[int, list[str]] = {}
    if not ids or not actor.is_somebody:
        return names
    rows = SharedWith.objects.filter(community_id__in=ids).order_by("pk")
    for community_id, name in rows.values_list("community_id", "organisation__name"):
        names.setdefault(community_id, []).append(name)
    return names


def _note(row: Membership, partners: list[str]) -> str:
    parts = [] if row.role == MemberRole.MEMBER else [str(MemberRole(row.role).label)]
    if row.community.form == CommunityForm.CIRCLE:
        parts.append(_until(row.community.ends_on))
    if partners:
        parts.append(_("shared with %(organisations)s") % {"organisations": ", ".join(partners)})
    return ", ".join(parts) or row.community.purpose


def _until(day: date | None) -> str:
    if day is None:
        return _("a circle")
    return _("a circle until %(day)s") % {"day": formats.date_format(day, pgettext("format of a day", "j F Y"))}
