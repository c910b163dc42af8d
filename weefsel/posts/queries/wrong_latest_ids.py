from django.db.models import F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from weefsel.kernel.actor import Actor, Power
from weefsel.kernel.refusals import NotFound
from weefsel.posts.models import Home, Post


def wrong_latest_ids(actor: Actor) -> list[int]:
    """The homes whose ``latest_id`` or ``latest_outside_id`` is not that of their newest standing thread start.

    Only for who operates the network: anybody else meets ``NotFound``. One statement, with an index probe per home.
    """
    if not actor.has(Power.OPERATE):
        raise NotFound
    starts = Post.objects.filter(home=OuterRef("pk"), thread=None, deleted_at=None).order_by("-pk").values("pk")
    newest = Coalesce(Subquery(starts[:1]), Value(0))
    newest_outside = Coalesce(Subquery(starts.filter(inside_only=False)[:1]), Value(0))
    found = Home.objects.annotate(newest=newest, newest_outside=newest_outside).filter(
        ~Q(latest_id=F("newest")) | ~Q(latest_outside_id=F("newest_outside"))
    )
    return list(found.order_by("pk").values_list("pk", flat=True))
