from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.notices.models import Notice
from weefsel.notices.rules import is_receiver, seen_notice


@transaction.atomic
def reopen_notice(actor: Actor, *, notice_id: int) -> None:
    """Take "done" back, on a notice of one's own. Raises ``NotFound`` for every other."""
    notice = seen_notice(actor, notice_id)
    require(is_receiver(actor, notice), _("An inbox is its owner's alone."))
    Notice.objects.filter(pk=notice.pk).update(done_at=None)
