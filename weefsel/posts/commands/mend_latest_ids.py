from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor, Power
from weefsel.kernel.refusals import require
from weefsel.posts.models import Home, Post


@transaction.atomic
def mend_latest_ids(actor: Actor, *, home_ids: list[int]) -> int:
    """Find the newest standing thread start of each of these homes again, and say how many were looked at.

    Raises ``NotAllowed`` for everybody but who operates the network. Four statements a home, each locked meanwhile.
    """
    require(actor.has(Power.OPERATE), _("Only who operates the network can mend it."))
    for home in Home.objects.select_for_update(no_key=True).filter(pk__in=home_ids).order_by("pk"):
        starts = (
            Post.objects.filter(home=home, thread=None, deleted_at=None).order_by("-pk").values_list("pk", flat=True)
        )
        home.latest_id = starts.first() or 0
        home.latest_outside_id = starts.filter(inside_only=False).first() or 0
        home.save(update_fields=["latest_id", "latest_outside_id"])
    return len(home_ids)
