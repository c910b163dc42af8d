from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.identity.models import Invitation
from weefsel.identity.rules import may_open_accounts
from weefsel.identity.tokens import hash_of
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Conflict, require


@transaction.atomic
def use_invitation(actor: Actor, *, token: str) -> str:
    """Use an invitation up, and return the e-mail address that it proves. Audited; three statements.

    Of two that come at once one is let in. Raises ``Conflict`` when it was used, withdrawn, has run out or is unknown.
    """
    require(may_open_accounts(actor), _("Invitations are accepted at the door."))
    moment = clock.now()
    still_open = Invitation.objects.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=moment)
    invitation = still_open.filter(token_hash=hash_of(token)).first()
    used = still_open.filter(pk=invitation.pk).update(accepted_at=moment) if invitation else 0
    if invitation is None or not used:
        raise Conflict(_("This invitation no longer works. Ask the steward of your network for a new one."))
    record(actor, "invitation_accepted", thing="invitation", thing_id=invitation.pk)
    return invitation.email
