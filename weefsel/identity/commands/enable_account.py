from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.identity.models import Account
from weefsel.identity.rules import known_account, may_manage_accounts
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require


@transaction.atomic
def enable_account(actor: Actor, *, account_id: int) -> None:
    """Let a disabled account sign in again. Refuses whoever is neither steward nor the people sync. Audited."""
    account = known_account(actor, account_id)
    require(may_manage_accounts(actor), _("Only stewards enable accounts."))
    if Account.objects.filter(pk=account.pk, is_active=False).update(is_active=True):
        record(actor, "account_enabled", thing="account", thing_id=account.pk)
