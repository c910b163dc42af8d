from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.identity.rules import may_end_session, seen_session
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require


@transaction.atomic
def end_session(actor: Actor, *, session_id: str) -> None:
    """End one of one's own sign-in sessions, at once. Raises ``NotFound`` for anybody else's. Audited."""
    session = seen_session(actor, session_id)
    require(may_end_session(actor, session), _("You end your own sign-ins."))
    session.delete()
    record(actor, "session_ended", thing="account", thing_id=actor.account_id)
