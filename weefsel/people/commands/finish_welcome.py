from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.people.models import Person
from weefsel.people.rules import has_profile


@transaction.atomic
def finish_welcome(actor: Actor) -> None:
    """The first visit is over, gone through or skipped: home is home from now on. One statement."""
    require(has_profile(actor), _("Sign in first."))
    Person.objects.filter(pk=actor.person_id or 0, welcomed_at=None).update(welcomed_at=clock.now())
