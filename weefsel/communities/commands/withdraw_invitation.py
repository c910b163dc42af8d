from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.communities.commands._invitations import close_invitation
from weefsel.communities.rules import may_withdraw_invitation, seen_invitation
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require


@transaction.atomic
def withdraw_invitation(actor: Actor, *, invitation_id: int) -> None:
    """Take an invitation or a link back; who came in by it stays. Withdrawing twice is withdrawing once.

    Refuses who is neither owner nor moderator. Audited; announces ``InvitationClosed``.
    """
    invitation = seen_invitation(actor, invitation_id)
    require(may_withdraw_invitation(actor, invitation), _("Only owners and moderators take an invitation back."))
    if close_invitation(invitation, "withdrawn_at"):
        facts = {"invitation": invitation.pk, "person": invitation.person_id}
        record(actor, "invitation_withdrawn", thing="community", thing_id=invitation.community_id, **facts)
