from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.identity.rules import known_account, may_manage_accounts
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Conflict, require


@transaction.atomic
def reset_second_factors(actor: Actor, *, account_id: int) -> None:
    """Take authenticator app, passkeys and recovery codes off an account whose owner lost them. Audited.

    Refuses all but stewards, and a steward for their own account: there one does it under Settings, after proving it.
    """
    account = known_account(actor, account_id)
    require(may_manage_accounts(actor), _("Only stewards reset how somebody signs in."))
    if account.pk == actor.account_id:
        raise Conflict(_("Change your own second step under Settings."))
    taken, _rows = Authenticator.objects.filter(user=account).delete()
    if taken:
        record(actor, "second_factors_reset", thing="account", thing_id=account.pk)
