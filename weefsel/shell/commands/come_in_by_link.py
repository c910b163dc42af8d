from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.identity.commands.use_sign_in_link import use_sign_in_link
from weefsel.identity.rules import may_open_accounts
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.people.commands.open_account import open_account


@transaction.atomic
def come_in_by_link(actor: Actor, *, token: str, language: str = "") -> int:
    """Use a sign-in link up, open the account of the person it was made for, and return its id.

    Raises ``Conflict`` for a link that no longer works and ``NotFound`` when its person has left; then the link is not
    used up. At most ten statements.
    """
    require(may_open_accounts(actor), _("Sign-in links are used at the door."))
    return open_account(actor, email=use_sign_in_link(actor, token=token), language=language)
