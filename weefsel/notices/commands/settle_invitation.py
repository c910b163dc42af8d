from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.notices.models import Notice
from weefsel.notices.rules import may_notify
from weefsel.notices.terms import Kind


@transaction.atomic
def settle_invitation(actor: Actor, *, invitation_id: int) -> int:
    """An invitation was accepted, declined or withdrawn: its notice is done. Refuses everybody but the jobs."""
    require(may_notify(actor), _("Only jobs tell of what people do."))
    waiting = Notice.objects.filter(invitation_id=invitation_id, kind=Kind.INVITED, done_at=None)
    return waiting.update(done_at=clock.now())
