"""Who sees which community and person, and who may do what in a community.

Each rule about seeing has a list form (a ``Q``) and a question form (a ``bool``); a property test holds them equal.
"""

from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext as _

from weefsel.communities.models import Community, CommunityInvitation, Membership
from weefsel.communities.terms import KNOWN_KINDS, READABLE_KINDS, CommunityKind, MemberRole
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor, Power
from weefsel.kernel.refusals import NotFound
from weefsel.people.models import Network, Person

NOBODY = Q(pk__in=())


def memberships_that_count(actor: Actor) -> Q:
    """A ``Q`` on ``Membership``: the actor's own, with the current rules of engagement accepted."""
    return Q(person_id=actor.person_id or 0, accepted_rules__gte=F("community__rules_version"))


def _mine(actor: Actor) -> Q:
    return Q(pk__in=Membership.objects.filter(memberships_that_count(actor)).values("community_id"))


def _open_invitations(actor: Actor) -> Q:
    return Q(
        person_id=actor.person_id or 0,
        accepted_at=None,
        declined_at=None,
        withdrawn_at=None,
        expires_at__gt=clock.now(),
    )


def visible_communities(actor: Actor) -> Q:
    """Communities whose posts the actor reads: employees the open ones and their own, externals their own."""
    if not actor.is_somebody:
        return NOBODY
    if actor.is_employee:
        return Q(kind__in=READABLE_KINDS) | _mine(actor)
    return _mine(actor)


def known_communities(actor: Actor) -> Q:
    """Communities whose name, purpose and owner the actor may know.

    Those they read, invite-only ones for employees, those whose rules they have not accepted yet, and those they are
    invited to.
    """
    if not actor.is_somebody:
        return NOBODY
    belongs = Q(pk__in=Membership.objects.filter(person_id=actor.person_id or 0).values("community_id"))
    invited = Q(pk__in=CommunityInvitation.objects.filter(_open_invitations(actor)).values("community_id"))
    if actor.is_employee:
        return Q(kind__in=KNOWN_KINDS) | belongs | invited
    return belongs | invited


def standing(actor: Actor, community: Community) -> MemberRole | None:
    """The actor's role in the community if their membership counts. One statement, none for strangers."""
    if not actor.is_somebody:
        return None
    role = (
        Membership.objects.filter(
            person_id=actor.person_id or 0, community_id=community.pk, accepted_rules__gte=community.rules_version
        )
        .values_list("role", flat=True)
        .first()
    )
    return MemberRole(role) if role else None


def may_see_community(actor: Actor, community: Community) -> bool:
    """The question form of ``visible_communities``. At most one statement."""
    if actor.is_employee and community.kind in READABLE_KINDS:
        return True
    return standing(actor, community) is not None


def may_know_community(actor: Actor, community: Community) -> bool:
    """The question form of ``known_communities``. At most two statements."""
    if not actor.is_somebody:
        return False
    if actor.is_employee and community.kind in KNOWN_KINDS:
        return True
    if Membership.objects.filter(person_id=actor.person_id or 0, community_id=community.pk).exists():
        return True
    return CommunityInvitation.objects.filter(_open_invitations(actor), community_id=community.pk).exists()


def visible_people(actor: Actor) -> Q:
    """People the actor may see: employees everybody, externals themselves and those beside them.

    Beside them is who shares a community with them that shows its members to outsiders.
    """
    if not actor.is_somebody:
        return NOBODY
    if actor.is_employee:
        return Q()
    shown = Membership.objects.filter(memberships_that_count(actor), community__shows_members=True)
    beside = Membership.objects.filter(community_id__in=shown.values("community_id"))
    return Q(pk=actor.person_id) | Q(pk__in=beside.values("person_id"))


def may_see_person(actor: Actor, person: Person) -> bool:
    """The question form of ``visible_people``. At most one statement."""
    if not actor.is_somebody:
        return False
    if actor.is_employee or actor.person_id == person.pk:
        return True
    theirs = Membership.objects.filter(person_id=person.pk, community_id=OuterRef("community_id"))
    return Membership.objects.filter(
        memberships_that_count(actor), Exists(theirs), community__shows_members=True
    ).exists()


def may_see_members(actor: Actor, community: Community) -> bool:
    """Who reads a community sees its members; externals only where its rules show them."""
    return may_see_community(actor, community) and (actor.is_employee or community.shows_members)


def may_open_community(actor: Actor, kind: str) -> bool:
    """Every employee; a network may leave hidden ones to stewards. At most one statement."""
    if actor.has(Power.IMPORT) or actor.has(Power.DEMONSTRATE):
        return True
    if kind == CommunityKind.HIDDEN and actor.is_employee and not actor.is_steward:
        return not Network.objects.filter(hidden_by_stewards_only=True).exists()
    return actor.is_employee


def is_member(actor: Actor, community: Community) -> bool:
    return standing(actor, community) is not None


def is_moderator(actor: Actor, community: Community) -> bool:
    return standing(actor, community) in {MemberRole.OWNER, MemberRole.MODERATOR}


def is_owner(actor: Actor, community: Community) -> bool:
    return standing(actor, community) == MemberRole.OWNER


def may_manage_community(actor: Actor, community: Community) -> bool:
    """Rename, change kind, share, archive, hand over: its owners, or a steward when none is left."""
    if is_owner(actor, community):
        return True
    return actor.is_steward and not _has_owner(community)


def _has_owner(community: Community) -> bool:
    return Membership.objects.filter(community_id=community.pk, role=MemberRole.OWNER, person__left_on=None).exists()


def may_join(actor: Actor, community: Community) -> bool:
    """Employees join open communities by themselves; every other way needs a request or an invitation."""
    return actor.is_employee and community.kind == CommunityKind.OPEN and community.archived_at is None


def may_ask_to_join(actor: Actor, community: Community) -> bool:
    return actor.is_employee and community.kind == CommunityKind.ON_REQUEST and community.archived_at is None


def may_decide_requests(actor: Actor, community: Community) -> bool:
    return is_moderator(actor, community) or may_manage_community(actor, community)


def may_invite(actor: Actor, community: Community) -> bool:
    return is_moderator(actor, community) and community.archived_at is None


def seen_community(actor: Actor, community_id: int) -> Community:
    """The community, if the actor reads it. Raises ``NotFound`` otherwise, alike for hidden and absent.

    One statement.
    """
    community = Community.objects.filter(visible_communities(actor), pk=community_id).first()
    if community is None:
        raise NotFound(_("There is no such community here."))
    return community


def known_community(actor: Actor, community_id: int) -> Community:
    """The community, if the actor may know of it. Raises ``NotFound`` otherwise. One statement."""
    community = Community.objects.filter(known_communities(actor), pk=community_id).first()
    if community is None:
        raise NotFound(_("There is no such community here."))
    return community


def seen_person(actor: Actor, person_id: int) -> Person:
    """The person, if the actor may see them. Raises ``NotFound`` otherwise. One statement."""
    person = Person.objects.select_related("organisation").filter(visible_people(actor), pk=person_id).first()
    if person is None:
        raise NotFound(_("There is no such person here."))
    return person
