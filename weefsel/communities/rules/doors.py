"""Checking doors: what a command loads, if the actor may see it, and ``NotFound`` alike for hidden and absent."""

from django.utils.translation import gettext as _

from weefsel.communities.models import Community, CommunityInvitation, JoinRequest, Membership
from weefsel.communities.rules.doing import (
    is_invited,
    may_decide_requests,
    may_manage_community,
    may_use_invitation,
    may_withdraw_invitation,
    may_withdraw_request,
)
from weefsel.communities.rules.seeing import known_communities, may_see_members, visible_communities, visible_people
from weefsel.communities.terms import hash_of
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import NotFound
from weefsel.people.models import Person


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


def seen_membership(actor: Actor, community_id: int, person_id: int) -> Membership:
    """Somebody's membership, for who sees the members or manages the community. At most four statements.

    Raises ``NotFound`` for everybody else.
    """
    community = known_community(actor, community_id)
    membership = (
        Membership.objects.select_related("community", "person__organisation")
        .filter(community_id=community_id, person__pk=person_id)  # by its key, which may be beyond what a column holds
        .first()
    )
    if membership is None or not (may_see_members(actor, community) or may_manage_community(actor, community)):
        raise NotFound(_("This person is not a member here."))
    return membership


def seen_request(actor: Actor, join_request_id: int) -> JoinRequest:
    """A request, for who made it and who decides it. Raises ``NotFound`` otherwise. At most four statements."""
    request = JoinRequest.objects.select_related("community", "person").filter(pk=join_request_id).first()
    if request is None or not (may_withdraw_request(actor, request) or may_decide_requests(actor, request.community)):
        raise NotFound(_("There is no such request here."))
    return request


def seen_invitation(actor: Actor, invitation_id: int) -> CommunityInvitation:
    """An invitation, for who is invited and who may withdraw it. At most four statements.

    Raises ``NotFound`` for everybody else.
    """
    found = CommunityInvitation.objects.select_related("community", "person").filter(pk=invitation_id).first()
    if found is None or not (is_invited(actor, found) or may_withdraw_invitation(actor, found)):
        raise NotFound(_("There is no such invitation here."))
    return found


def seen_invitation_by_token(actor: Actor, token: str) -> CommunityInvitation:
    """The open invitation behind a link, for who has the address it is meant for. At most two statements.

    Raises ``NotFound`` otherwise, alike for unknown, expired and somebody else's.
    """
    open_ones = CommunityInvitation.objects.select_related("community").filter(
        withdrawn_at=None, expires_at__gt=clock.now()
    )
    found = open_ones.filter(token_hash=hash_of(token)).first()
    if found is None or not may_use_invitation(actor, found):
        raise NotFound(_("This invitation is not valid any more, or is meant for another address."))
    return found
