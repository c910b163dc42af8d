from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.communities.models import JoinRequest, Membership
from weefsel.communities.rules import may_decide_requests
from weefsel.communities.terms import MemberRole, RequestOutcome
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.notices.commands._receivers import receivers, stewards, tell
from weefsel.notices.models import Notice
from weefsel.notices.rules import may_notify
from weefsel.notices.terms import BATCH, Kind


@transaction.atomic
def tell_of_request(actor: Actor, *, join_request_id: int) -> int:
    """Tell who decides of a request to join; say how many were told. Safe to do twice.

    That is the owners and moderators, at most fifty, or the stewards where no owner is left. Refuses everybody but the
    jobs. At most seven statements, and three for each receiver.
    """
    require(may_notify(actor), _("Only jobs tell of what people do."))
    request = JoinRequest.objects.select_related("community").filter(pk=join_request_id).first()
    if request is None or request.outcome != RequestOutcome.OPEN:
        return 0
    looking_after = Membership.objects.filter(
        community=request.community, role__in=[MemberRole.OWNER, MemberRole.MODERATOR]
    ).exclude(person_id=request.person_id)
    asked = list(looking_after.order_by("since", "pk").values_list("person_id", flat=True)[:BATCH])
    return tell(
        [
            Notice(
                person_id=reader.person_id or 0,
                kind=Kind.ASKED,
                by_id=request.person_id,
                key=f"request:{request.pk}",
                community_id=request.community_id,
                join_request=request,
            )
            for reader in receivers([*asked, *stewards()])
            if may_decide_requests(reader, request.community)
        ]
    )
