from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.identity.models import NetworkRole
from weefsel.identity.rules import known_account, may_give_roles
from weefsel.kernel.actor import Actor, Role
from weefsel.kernel.refusals import Conflict, require


@transaction.atomic
def take_role(actor: Actor, *, account_id: int, role: str) -> None:
    """Take a role of the network away. Audited.

    Refuses all but stewards. Raises ``Conflict`` when it would leave no steward who can sign in: the rows of all
    stewards are locked, so two who take each other's role at once cannot both succeed.
    """
    account = known_account(actor, account_id)
    require(may_give_roles(actor), _("Only stewards take roles away."))
    if role == Role.STEWARD:
        others = NetworkRole.objects.select_for_update().filter(role=Role.STEWARD, account__is_active=True)
        if not [row for row in others if row.account_id != account.pk]:
            raise Conflict(_("This is the last steward. Make somebody else steward first."))
    taken, _rows = NetworkRole.objects.filter(account=account, role=role).delete()
    if taken:
        record(actor, "role_taken", thing="account", thing_id=account.pk, role=role)
