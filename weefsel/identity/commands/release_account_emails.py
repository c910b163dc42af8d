from collections.abc import Collection

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.identity.models import Account
from weefsel.identity.rules import may_manage_accounts
from weefsel.identity.terms import NOWHERE
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require


@transaction.atomic
def release_account_emails(actor: Actor, *, account_ids: Collection[int]) -> None:
    """Take the addresses from accounts whose person has another one now, until they get theirs.

    An address that is given on must never open the account of who had it. Meanwhile such an account has an address
    where no letter arrives; its person comes in by a code to their own address, which then becomes the account's.
    Refuses whoever does not manage accounts. Audited; one statement, and two for each account.
    """
    require(may_manage_accounts(actor), _("Stewards and the people sync change addresses."))
    EmailAddress.objects.filter(user_id__in=account_ids).delete()
    for account_id in account_ids:
        Account.objects.filter(pk=account_id).update(email=f"account-{account_id}@{NOWHERE}")
        record(actor, "account_email_released", thing="account", thing_id=account_id)
