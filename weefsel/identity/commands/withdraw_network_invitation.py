from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.identity.models import Invitation
from weefsel.identity.rules import known_invitation, may_invite
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Conflict, require


@transaction.atomic
def withdraw_network_invitation(actor: Actor, *, invitation_id: int) -> None:
    """Make an invitation's link work no more. Refuses all but stewards; ``Conflict`` when it was accepted. Audited."""
    invitation = known_invitation(actor, invitation_id)
    require(may_invite(actor), _("Only stewards withdraw invitations."))
    if invitation.accepted_at is not None:
        raise Conflict(_("%(email)s has come in already.") % {"email": invitation.email})
    if Invitation.objects.filter(pk=invitation.pk, withdrawn_at=None).update(withdrawn_at=clock.now()):
        record(actor, "invitation_withdrawn", thing="invitation", thing_id=invitation.pk)
