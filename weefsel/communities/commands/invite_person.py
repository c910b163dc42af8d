from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from weefsel.communities.commands._invitations import check_may_be_invited, keep_invitation
from weefsel.communities.models import Community, CommunityInvitation
from weefsel.communities.rules import may_invite, seen_community, seen_person
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.people.models import Person


@transaction.atomic
def invite_person(actor: Actor, *, community_id: int, person_id: int) -> int:
    """Invite somebody the actor sees, and return the id of the invitation. Inviting twice is inviting once.

    Refuses who is neither owner nor moderator. Raises ``Conflict`` for a member, for somebody who has left or declined
    lately, and for somebody outside with whose organisation the community is not shared. Audited; announces
    ``MemberInvited``. About nine statements.
    """
    community = seen_community(actor, community_id)
    person = seen_person(actor, person_id)
    require(
        may_invite(actor, community), _("Only owners and moderators invite, and nobody into an archived community.")
    )
    check_may_be_invited(community, person)
    earlier = _open_one(community, person)
    if earlier is not None and earlier.expires_at > clock.now():
        return earlier.pk
    invitation = earlier or CommunityInvitation(community=community, person=person)
    try:
        with transaction.atomic():
            keep_invitation(actor, invitation)
    except IntegrityError:  # somebody else invited the same person at the same moment
        invitation = _open_one(community, person) or invitation
    return invitation.pk


def _open_one(community: Community, person: Person) -> CommunityInvitation | None:
    return CommunityInvitation.objects.filter(
        community=community, person=person, accepted_at=None, declined_at=None, withdrawn_at=None
    ).first()
