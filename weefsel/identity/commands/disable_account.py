from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.identity.models import Account, NetworkRole, Session
from weefsel.identity.rules import known_account, may_manage_accounts
from weefsel.kernel.actor import Actor, Role
from weefsel.kernel.refusals import Conflict, require


@transaction.atomic
def disable_account(actor: Actor, *, account_id: int) -> None:
    """Let an account sign in no more: its sign-in sessions end at once. Audited; five statements.

    Refuses whoever is neither steward nor the people sync. Raises ``Conflict`` for a steward's own account and for the
    last steward.
    """
    account = known_account(actor, account_id)
    require(may_manage_accounts(actor), _("Only stewards disable accounts."))
    if account.pk == actor.account_id:
        raise Conflict(_("You cannot disable your own account. Another steward can."))
    stewards = NetworkRole.objects.select_for_update().filter(role=Role.STEWARD, account__is_active=True)
    ids = {row.account_id for row in stewards}
    if ids == {account.pk}:
        raise Conflict(_("This is the last steward. Make somebody else steward first."))
    Account.objects.filter(pk=account.pk).update(is_active=False, auth_version=F("auth_version") + 1)
    Session.objects.filter(account=account).delete()
    if account.is_active:
        record(actor, "account_disabled", thing="account", thing_id=account.pk)
