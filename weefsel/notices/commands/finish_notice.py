from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.notices.models import Notice
from weefsel.notices.rules import is_receiver, seen_notice


@transaction.atomic
def finish_notice(actor: Actor, *, notice_id: int) -> None:
    """Put a notice of one's own aside; finishing twice is finishing once. Raises ``NotFound`` for every other."""
    notice = seen_notice(actor, notice_id)
    require(is_receiver(actor, notice), _("An inbox is its owner's alone."))
    Notice.objects.filter(pk=notice.pk, done_at=None).update(done_at=clock.now())
