"""Who may do what in a community."""

from weefsel.communities.models import Community, CommunityInvitation, JoinRequest, Membership
from weefsel.communities.rules.seeing import has_owner, standing
from weefsel.communities.terms import CommunityKind, MemberRole
from weefsel.kernel.actor import Actor, Power
from weefsel.people.models import Network, Person


def may_open_community(actor: Actor, kind: str) -> bool:
    """Every employee; a network may leave hidden ones to stewards. At most one statement."""
    if kind == CommunityKind.HIDDEN and actor.is_employee and not actor.is_steward:
        return not Network.objects.filter(hidden_by_stewards_only=True).exists()
    return actor.is_employee


def may_import_communities(actor: Actor) -> bool:
    """Importers alone: what they bring has members who were never asked."""
    return actor.has(Power.IMPORT) or actor.has(Power.DEMONSTRATE)


def is_member(actor: Actor, community: Community) -> bool:
    """A membership that counts. One statement."""
    return standing(actor, community) is not None


def is_moderator(actor: Actor, community: Community) -> bool:
    """Owners moderate too. One statement."""
    return standing(actor, community) in {MemberRole.OWNER, MemberRole.MODERATOR}


def is_owner(actor: Actor, community: Community) -> bool:
    """One statement."""
    return standing(actor, community) == MemberRole.OWNER


def may_manage_community(actor: Actor, community: Community) -> bool:
    """Rename, change kind, share, archive, hand over: its owners, or a steward when none is left."""
    if is_owner(actor, community):
        return True
    return actor.is_steward and not has_owner(community)


def may_join(actor: Actor, community: Community) -> bool:
    """Employees join open communities by themselves; every other way needs a request or an invitation."""
    return actor.is_employee and community.kind == CommunityKind.OPEN and community.archived_at is None


def may_ask_to_join(actor: Actor, community: Community) -> bool:
    """Employees, where members are taken on request."""
    return actor.is_employee and community.kind == CommunityKind.ON_REQUEST and community.archived_at is None


def may_decide_requests(actor: Actor, community: Community) -> bool:
    """Owners and moderators of the home organisation, and a steward where no owner is left. At most three statements.

    Whoever asks to come in need not be somebody whom a moderator from outside may see.
    """
    return actor.is_employee and (is_moderator(actor, community) or may_manage_community(actor, community))


def may_invite(actor: Actor, community: Community) -> bool:
    """Owners and moderators of the home organisation, while it is not archived. One statement."""
    return actor.is_employee and community.archived_at is None and is_moderator(actor, community)


def belongs(actor: Actor, community: Community) -> bool:
    """Whether the actor has a membership, with the current rules accepted or not. One statement."""
    return Membership.objects.filter(
        person_id=actor.person_id or 0, person__left_on=None, community_id=community.pk
    ).exists()


def may_remove_member(actor: Actor, membership: Membership) -> bool:
    """Moderators take members out, who manages it everybody; oneself one leaves. At most three statements."""
    if membership.person_id == actor.person_id:
        return False
    if membership.role == MemberRole.MEMBER and is_moderator(actor, membership.community):
        return True
    return may_manage_community(actor, membership.community)


def may_see_requests(actor: Actor, community: Community) -> bool:
    """Who decides them."""
    return may_decide_requests(actor, community)


def may_withdraw_request(actor: Actor, request: JoinRequest) -> bool:
    """Who asked."""
    return actor.is_somebody and request.person_id == actor.person_id


def is_invited(actor: Actor, invitation: CommunityInvitation) -> bool:
    """Whether a named invitation is the actor's own."""
    return actor.is_somebody and invitation.person_id == actor.person_id


def may_use_invitation(actor: Actor, invitation: CommunityInvitation) -> bool:
    """An address or a domain that was invited lets in whoever has such an address. At most one statement."""
    if not actor.is_somebody:
        return False
    email = Person.objects.filter(pk=actor.person_id or 0).values_list("email", flat=True).first() or ""
    if invitation.email:
        return email.casefold() == invitation.email.casefold()
    return bool(invitation.domain) and email.casefold().endswith("@" + invitation.domain.casefold())


def may_withdraw_invitation(actor: Actor, invitation: CommunityInvitation) -> bool:
    """Owners and moderators, whoever invited. At most three statements."""
    community = invitation.community
    return actor.is_employee and (is_moderator(actor, community) or may_manage_community(actor, community))


def may_pass_on_ownerships(actor: Actor) -> bool:
    """What follows from somebody's leaving: the job that follows it, or a steward."""
    return actor.has(Power.SYNC_PEOPLE) or actor.is_steward
