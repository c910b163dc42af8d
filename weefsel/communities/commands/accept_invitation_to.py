from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.communities.commands._invitations import close_invitation
from weefsel.communities.commands._members import admit, held, not_archived
from weefsel.communities.models import Membership
from weefsel.communities.rules import is_invited, seen_invitation
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Conflict, require


@transaction.atomic
def accept_invitation_to(actor: Actor, *, invitation_id: int, accepted_rules: int = 0) -> int:
    """Become a member of the community one was invited to, and return its id. Accepting twice is accepting once.

    ``accepted_rules`` is the version of its rules of engagement that the actor saw and accepts. Refuses everybody who
    is not invited; raises ``Conflict`` when it has expired, was withdrawn or declined, or the community is archived.
    Audited; announces ``InvitationClosed`` and ``MemberJoined``.
    """
    invitation = seen_invitation(actor, invitation_id)
    require(is_invited(actor, invitation), _("This invitation is for somebody else."))
    community = not_archived(held(invitation.community))
    if invitation.expires_at > clock.now() and close_invitation(invitation, "accepted_at"):
        admit(actor, community, actor.person_id or 0, accepted_rules=accepted_rules, way="invitation")
    elif not Membership.objects.filter(community=community, person_id=actor.person_id or 0).exists():
        raise Conflict(_("This invitation is not valid any more. Ask who invited you for another one."))
    return community.pk
