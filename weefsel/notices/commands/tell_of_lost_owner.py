from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.communities.models import Community
from weefsel.communities.rules import has_owner
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.notices.commands._receivers import receivers, stewards, tell
from weefsel.notices.models import Notice
from weefsel.notices.rules import may_notify
from weefsel.notices.terms import Kind


@transaction.atomic
def tell_of_lost_owner(actor: Actor, *, community_id: int, person_id: int) -> int:
    """Ask the stewards to find an owner for a community whose last one has left; say how many were asked.

    The act behind it is the leaving. Safe to do twice. Refuses everybody but the jobs. Seven statements.
    """
    require(may_notify(actor), _("Only jobs tell of what people do."))
    community = Community.objects.filter(pk=community_id, archived_at=None).first()
    if community is None or has_owner(community):
        return 0
    return tell(
        [
            Notice(
                person_id=reader.person_id or 0,
                kind=Kind.TAKE_OVER,
                by_id=person_id,
                key=f"take-over:{community_id}:{person_id}",
                community=community,
            )
            for reader in receivers(stewards())
            if reader.is_steward
        ]
    )
