from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.identity.commands.invite import invite
from weefsel.identity.models import Invitation
from weefsel.identity.rules import known_invitation, may_invite
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Conflict, require


@transaction.atomic
def resend_invitation(actor: Actor, *, invitation_id: int, network: str, base_url: str) -> int:
    """Send an invitation again with a new link and new days; the old link works no more. Audited.

    Refuses all but stewards. Raises ``Conflict`` when it was accepted. Seven statements.
    """
    invitation = known_invitation(actor, invitation_id)
    require(may_invite(actor), _("Only stewards invite people into the network."))
    if invitation.accepted_at is not None:
        raise Conflict(_("%(email)s has come in already.") % {"email": invitation.email})
    Invitation.objects.filter(pk=invitation.pk, withdrawn_at=None).update(withdrawn_at=clock.now())
    return invite(actor, email=invitation.email, language=invitation.language, network=network, base_url=base_url)
