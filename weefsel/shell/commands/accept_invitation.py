from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.identity.commands.use_invitation import use_invitation
from weefsel.identity.rules import may_open_accounts
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.people.commands.open_account import open_account
from weefsel.people.commands.welcome_person import welcome_person


@transaction.atomic
def accept_invitation(actor: Actor, *, token: str, name: str, language: str = "") -> int:
    """Use an invitation up, make its person unless there is one, open their account, and return the account's id.

    The person belongs to the organisation that owns the domain of the address. Raises ``Conflict`` for an invitation
    that no longer works, ``Invalid`` without a name for a new person; then it is not used up. Announces
    ``PersonJoined`` for a new one. At most fifteen statements.
    """
    require(may_open_accounts(actor), _("Invitations are accepted at the door."))
    email = use_invitation(actor, token=token)
    welcome_person(actor, email=email, name=name, language=language)
    return open_account(actor, email=email, language=language)
