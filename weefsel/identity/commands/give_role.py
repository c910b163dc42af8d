from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.identity.models import NetworkRole
from weefsel.identity.rules import known_account, may_give_roles
from weefsel.kernel.actor import Actor, Role
from weefsel.kernel.refusals import Invalid, require


@transaction.atomic
def give_role(actor: Actor, *, account_id: int, role: str) -> None:
    """Give an account a role of the network. Giving it twice changes nothing. Refuses all but stewards. Audited."""
    account = known_account(actor, account_id)
    require(may_give_roles(actor), _("Only stewards give roles."))
    if role not in {r.value for r in Role}:
        raise Invalid(_("There is no such role."))
    _row, is_new = NetworkRole.objects.get_or_create(account=account, role=role)
    if is_new:
        record(actor, "role_given", thing="account", thing_id=account.pk, role=role)
