from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from weefsel.communities.commands._invitations import close_invitation
from weefsel.communities.commands._members import admit, held, not_archived
from weefsel.communities.models import CommunityInvitation
from weefsel.communities.rules import may_use_invitation, seen_invitation_by_token
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Conflict, require


@transaction.atomic
def use_invitation_link(actor: Actor, *, token: str, accepted_rules: int = 0) -> int:
    """Come in by a link, and return the id of the community. A member who uses it again uses nothing up.

    Raises ``NotFound`` when the link is unknown, expired or meant for another address, ``Conflict`` when it has let
    in as many as it may or the community is archived. Audited; announces ``MemberJoined``. At most eleven statements.
    """
    invitation = seen_invitation_by_token(actor, token)
    require(may_use_invitation(actor, invitation), _("This invitation is meant for another address."))
    community = not_archived(held(invitation.community))
    if not admit(actor, community, actor.person_id or 0, accepted_rules=accepted_rules, way="link"):
        return community.pk
    has_room = CommunityInvitation.objects.filter(pk=invitation.pk, uses_left__gt=0, withdrawn_at=None)
    if not has_room.update(uses_left=F("uses_left") - 1):
        raise Conflict(_("This link has been used as often as it may. Ask who sent it for another one."))
    if invitation.email:
        close_invitation(invitation, "accepted_at")
    return community.pk
