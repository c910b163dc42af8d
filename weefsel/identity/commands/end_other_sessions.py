from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.identity.models import Session
from weefsel.identity.rules import may_change_preferences
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require


@transaction.atomic
def end_other_sessions(actor: Actor, *, current_key: str) -> int:
    """End all of one's own sign-in sessions but the current one, and say how many. Audited; two statements."""
    require(may_change_preferences(actor), _("You end your own sign-ins."))
    ended, _rows = Session.objects.filter(account_id=actor.account_id or 0).exclude(pk=current_key).delete()
    if ended:
        record(actor, "other_sessions_ended", thing="account", thing_id=actor.account_id, count=ended)
    return ended
