from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.communities.commands._invitations import close_invitation
from weefsel.communities.rules import is_invited, seen_invitation
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require


@transaction.atomic
def decline_invitation_to(actor: Actor, *, invitation_id: int) -> None:
    """Say no to an invitation: one is not asked again for thirty days. Declining what is closed changes nothing.

    Refuses everybody who is not invited. Announces ``InvitationClosed``.
    """
    invitation = seen_invitation(actor, invitation_id)
    require(is_invited(actor, invitation), _("This invitation is for somebody else."))
    close_invitation(invitation, "declined_at")
