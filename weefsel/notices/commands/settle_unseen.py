from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.notices.commands._receivers import receivers
from weefsel.notices.models import Notice
from weefsel.notices.rules import may_notify, visible_notices


@transaction.atomic
def settle_unseen(
    actor: Actor, *, person_id: int | None = None, community_id: int | None = None, post_id: int | None = None
) -> int:
    """Finish open notices about what their receivers may not see any more; say how many.

    Of one person, about one community or one post; of everybody without any of them. So nothing is said to wait where
    nothing is shown. Safe to do twice. Refuses everybody but the jobs. Four statements, and two for each receiver.
    """
    require(may_notify(actor), _("Only jobs tell of what people do."))
    waiting = Notice.objects.filter(done_at=None)
    if person_id is not None:
        waiting = waiting.filter(person_id=person_id)
    if community_id is not None:
        waiting = waiting.filter(Q(community_id=community_id) | Q(post__home__community_id=community_id))
    if post_id is not None:
        waiting = waiting.filter(Q(post_id=post_id) | Q(post__thread_id=post_id))
    ids = set(waiting.order_by().values_list("person_id", flat=True).distinct())
    readers = receivers(ids)
    gone = ids - {reader.person_id or 0 for reader in readers}
    settled = waiting.filter(person_id__in=gone).update(done_at=clock.now()) if gone else 0
    for reader in readers:
        theirs = waiting.filter(person_id=reader.person_id or 0)
        shown = set(theirs.filter(visible_notices(reader)).values_list("pk", flat=True))
        unseen = [pk for pk in theirs.values_list("pk", flat=True) if pk not in shown]
        settled += Notice.objects.filter(pk__in=unseen).update(done_at=clock.now()) if unseen else 0
    return settled
