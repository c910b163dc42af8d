from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.communities.commands._requests import end_request
from weefsel.communities.events import JoinDecided
from weefsel.communities.rules import may_decide_requests, seen_request
from weefsel.communities.terms import RequestOutcome
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import require


@transaction.atomic
def decline_request(actor: Actor, *, join_request_id: int) -> None:
    """Say no to who asked; they are told, and may ask again. Declining twice is declining once.

    Refuses who is neither owner nor moderator; raises ``Conflict`` when it was approved or withdrawn meanwhile.
    Audited; announces ``JoinDecided``.
    """
    request = seen_request(actor, join_request_id)
    require(may_decide_requests(actor, request.community), _("Only owners and moderators decide who joins."))
    if end_request(actor, request, RequestOutcome.DECLINED):
        facts = {"person": request.person_id, "request": request.pk}
        record(actor, "join_declined", thing="community", thing_id=request.community_id, **facts)
        announce(JoinDecided(join_request_id=request.pk))
