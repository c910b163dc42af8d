from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.communities.commands._members import admit, held, not_archived
from weefsel.communities.commands._requests import end_request
from weefsel.communities.events import JoinDecided
from weefsel.communities.rules import may_decide_requests, seen_request
from weefsel.communities.terms import RequestOutcome
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import Conflict, require


@transaction.atomic
def approve_request(actor: Actor, *, join_request_id: int) -> None:
    """Let in who asked. Two approvals at once are one.

    Refuses who is neither owner nor moderator; raises ``Conflict`` when it was declined or withdrawn meanwhile, when
    the community is archived, or when who asked has left. Audited; announces ``JoinDecided`` and ``MemberJoined``.
    """
    request = seen_request(actor, join_request_id)
    require(may_decide_requests(actor, request.community), _("Only owners and moderators decide who joins."))
    community = not_archived(held(request.community))
    if request.person.left_on is not None:
        raise Conflict(_("This person is no longer with the organisation."))
    if end_request(actor, request, RequestOutcome.APPROVED):
        admit(actor, community, request.person_id, way="request")
        announce(JoinDecided(join_request_id=request.pk))
