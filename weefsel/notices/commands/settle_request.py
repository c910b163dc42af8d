from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.communities.models import JoinRequest
from weefsel.communities.terms import RequestOutcome
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.notices.commands._receivers import receivers, tell
from weefsel.notices.models import Notice
from weefsel.notices.rules import may_notify
from weefsel.notices.terms import Kind


@transaction.atomic
def settle_request(actor: Actor, *, join_request_id: int) -> int:
    """A request was decided or taken back: nobody is asked any more, and who asked is told; say how many were told.

    Nobody is told of what they decided themselves. Safe to do twice. Refuses everybody but the jobs. Six statements.
    """
    require(may_notify(actor), _("Only jobs tell of what people do."))
    request = JoinRequest.objects.filter(pk=join_request_id).first()
    if request is None or request.outcome == RequestOutcome.OPEN:
        return 0
    Notice.objects.filter(join_request=request, kind=Kind.ASKED, done_at=None).update(done_at=clock.now())
    decided_by = request.decided_by_id
    if request.outcome == RequestOutcome.WITHDRAWN or decided_by is None or decided_by == request.person_id:
        return 0
    return tell(
        [
            Notice(
                person_id=request.person_id,
                kind=Kind.DECIDED,
                by_id=decided_by,
                key=f"decided:{request.pk}",
                community_id=request.community_id,
                join_request=request,
            )
            for _reader in receivers([request.person_id])
        ]
    )
