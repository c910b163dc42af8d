"""Who sees which community and person. Each rule has a list form (a ``Q``) and a question form (a ``bool``)."""

from django.db.models import Exists, F, OuterRef, Q

from weefsel.communities.models import Community, CommunityInvitation, Membership
from weefsel.communities.terms import KNOWN_KINDS, READABLE_KINDS, MemberRole
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.people.models import Person

NOBODY = Q(pk__in=())


def memberships_that_count(actor: Actor) -> Q:
    """A ``Q`` on ``Membership``: the actor's own, with the current rules accepted, while they have not left."""
    return Q(person_id=actor.person_id or 0, person__left_on=None, accepted_rules__gte=F("community__rules_version"))


def _present(actor: Actor) -> Q:
    return Q(person_id=actor.person_id or 0, person__left_on=None)


def _mine(actor: Actor) -> Q:
    return Q(pk__in=Membership.objects.filter(memberships_that_count(actor)).values("community_id"))


def open_invitations(actor: Actor) -> Q:
    """A ``Q`` on ``CommunityInvitation``: the actor's own that wait for an answer."""
    return Q(
        person_id=actor.person_id or 0,
        person__left_on=None,
        accepted_at=None,
        declined_at=None,
        withdrawn_at=None,
        expires_at__gt=clock.now(),
    )


def _owners() -> Q:
    return Q(role=MemberRole.OWNER, person__left_on=None)


_WITHOUT_OWNER = Q(~Exists(Membership.objects.filter(_owners(), community_id=OuterRef("pk"))))


def has_owner(community: Community) -> bool:
    """Whether an owner is left who is still with the organisation. One statement."""
    return Membership.objects.filter(_owners(), community_id=community.pk).exists()


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
    belongs = Q(pk__in=Membership.objects.filter(_present(actor)).values("community_id"))
    invited = Q(pk__in=CommunityInvitation.objects.filter(open_invitations(actor)).values("community_id"))
    known = belongs | invited
    if actor.is_steward:
        known |= _WITHOUT_OWNER
    return Q(kind__in=KNOWN_KINDS) | known if actor.is_employee else known


def standing(actor: Actor, community: Community) -> MemberRole | None:
    """The actor's role in the community if their membership counts. One statement, none for strangers."""
    if not actor.is_somebody:
        return None
    role = (
        Membership.objects.filter(
            _present(actor), community_id=community.pk, accepted_rules__gte=community.rules_version
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
    """The question form of ``known_communities``. At most three statements."""
    if not actor.is_somebody:
        return False
    if actor.is_employee and community.kind in KNOWN_KINDS:
        return True
    if Membership.objects.filter(_present(actor), community_id=community.pk).exists():
        return True
    if CommunityInvitation.objects.filter(open_invitations(actor), community_id=community.pk).exists():
        return True
    return actor.is_steward and not has_owner(community)


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
