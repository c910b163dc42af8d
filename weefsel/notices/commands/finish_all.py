from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.notices.models import Notice
from weefsel.notices.rules import is_somebody


@transaction.atomic
def finish_all(actor: Actor, *, until_id: int) -> int:
    """Put aside all one's own notices up to the newest that was shown; say how many. What came meanwhile stays.

    Refuses strangers. One statement.
    """
    require(is_somebody(actor), _("Sign in first."))
    mine = Notice.objects.filter(person_id=actor.person_id or 0, done_at=None, pk__lte=until_id)
    return mine.update(done_at=clock.now())
