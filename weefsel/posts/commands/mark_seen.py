from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.posts.models import SeenMark
from weefsel.posts.queries.homes import my_homes
from weefsel.posts.rules import person_of


@transaction.atomic
def mark_seen(actor: Actor, *, until_id: int, seen_at: datetime | None = None) -> None:
    """Note that the actor has read their home up to ``until_id``. The mark never moves back, nor beyond what there is.

    ``seen_at`` is when that was, if not now. Raises ``NotAllowed`` for strangers and jobs. Three statements at most.
    """
    require(actor.is_somebody, _("Sign in first."))
    newest = max((home.latest_id for home in my_homes(actor)), default=0)
    until, now = min(max(until_id, 0), newest), seen_at or clock.now()
    if SeenMark.objects.filter(person_id=person_of(actor), seen_id__lte=until).update(seen_id=until, seen_at=now):
        return
    mark = SeenMark(person_id=person_of(actor), seen_id=until, seen_at=now)
    SeenMark.objects.bulk_create([mark], ignore_conflicts=True)
