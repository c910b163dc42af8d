from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.communities.models import Community, Membership
from weefsel.communities.rules import has_owner
from weefsel.communities.terms import MemberRole
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.notices.commands._receivers import receivers, tell
from weefsel.notices.models import Notice
from weefsel.notices.rules import may_notify
from weefsel.notices.terms import Kind


@transaction.atomic
def tell_of_role(actor: Actor, *, community_id: int, person_id: int, by_id: int) -> int:
    """Tell a new owner that somebody made them one; stewards need not look for one any more. Say how many were told.

    It is told once for each person and community. Safe to do twice. Refuses everybody but the jobs. Seven statements.
    """
    require(may_notify(actor), _("Only jobs tell of what people do."))
    community = Community.objects.filter(pk=community_id).first()
    if community is None:
        return 0
    if has_owner(community):
        waiting = Notice.objects.filter(community=community, kind=Kind.TAKE_OVER, done_at=None)
        waiting.update(done_at=clock.now())
    is_owner = Membership.objects.filter(community=community, person_id=person_id, role=MemberRole.OWNER).exists()
    if not is_owner or by_id == person_id:
        return 0
    return tell(
        [
            Notice(
                person_id=person_id,
                kind=Kind.OWNER,
                by_id=by_id,
                key=f"owner:{community_id}:{by_id}",
                community=community,
            )
            for _reader in receivers([person_id])
        ]
    )
