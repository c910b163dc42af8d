"""How a request ends, once."""

from django.utils.translation import gettext as _

from weefsel.communities.models import JoinRequest
from weefsel.communities.terms import RequestOutcome
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Conflict


def end_request(actor: Actor, request: JoinRequest, outcome: RequestOutcome) -> bool:
    """End an open request and say whether it was this deed that did. The same end twice is once.

    Raises ``Conflict`` when it ended otherwise meanwhile: of two who decide at once, the second is told.
    Two statements.
    """
    ended = JoinRequest.objects.filter(pk=request.pk, outcome=RequestOutcome.OPEN).update(
        outcome=outcome, decided_by_id=actor.person_id, decided_at=clock.now()
    )
    if ended:
        return True
    now = JoinRequest.objects.select_related("decided_by").get(pk=request.pk)
    if now.outcome == outcome:
        return False
    sentences = {
        RequestOutcome.APPROVED: _("This request was approved meanwhile."),
        RequestOutcome.DECLINED: _("This request was declined meanwhile."),
        RequestOutcome.WITHDRAWN: _("This request was withdrawn meanwhile."),
    }
    raise Conflict(sentences[RequestOutcome(now.outcome)])
