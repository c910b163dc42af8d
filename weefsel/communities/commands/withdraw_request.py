from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.communities.commands._requests import end_request
from weefsel.communities.events import JoinDecided
from weefsel.communities.rules import may_withdraw_request, seen_request
from weefsel.communities.terms import RequestOutcome
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import require


@transaction.atomic
def withdraw_request(actor: Actor, *, join_request_id: int) -> None:
    """Take back one's own request to join. Refuses everybody else; raises ``Conflict`` when it was decided meanwhile.

    Announces ``JoinDecided``, so that nobody has to decide it any more.
    """
    request = seen_request(actor, join_request_id)
    require(may_withdraw_request(actor, request), _("Only who asked can take a request back."))
    if end_request(actor, request, RequestOutcome.WITHDRAWN):
        announce(JoinDecided(join_request_id=request.pk))
