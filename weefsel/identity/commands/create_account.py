from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.identity.addresses import checked_address
from weefsel.identity.models import Account
from weefsel.identity.rules import may_open_accounts
from weefsel.identity.terms import LANGUAGES
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require


@transaction.atomic
def create_account(actor: Actor, *, email: str, language: str = "en", time_zone: str = "Europe/Brussels") -> int:
    """Make the account of a proven address, or find the one that it has, and return its id.

    Without a password: one signs in by code, link or passkey until one sets it. Refuses whoever does not have the
    power. Audited. Four statements.
    """
    require(may_open_accounts(actor), _("An account is opened at the door, with a proven address."))
    address = checked_address(email).lower()
    known = Account.objects.filter(email__iexact=address).first()
    if known is not None:
        return known.pk
    account = Account.objects.create_user(
        address, language=language if language in LANGUAGES else "en", time_zone=time_zone
    )
    EmailAddress.objects.create(user=account, email=address, verified=True, primary=True)
    record(actor, "account_opened", thing="account", thing_id=account.pk)
    return account.pk
