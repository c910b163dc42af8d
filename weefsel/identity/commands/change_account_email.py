from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.identity.addresses import checked_address
from weefsel.identity.models import Account
from weefsel.identity.rules import may_manage_accounts, may_open_accounts
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Conflict, require


@transaction.atomic
def change_account_email(actor: Actor, *, account_id: int, email: str) -> None:
    """Give an account the address that its person has now. Audited; five statements, one when nothing changes.

    Refuses whoever is neither steward, people sync nor the door; raises ``Conflict`` when another account has it.
    """
    require(may_manage_accounts(actor) or may_open_accounts(actor), _("Stewards and the people sync change addresses."))
    address = checked_address(email).lower()
    if Account.objects.filter(pk=account_id, email=address).exists():
        return
    if Account.objects.filter(email__iexact=address).exclude(pk=account_id).exists():
        raise Conflict(_("Another account has this e-mail address."))
    Account.objects.filter(pk=account_id).update(email=address)
    EmailAddress.objects.filter(user_id=account_id).delete()
    EmailAddress.objects.create(user_id=account_id, email=address, verified=True, primary=True)
    record(actor, "account_email_changed", thing="account", thing_id=account_id)
