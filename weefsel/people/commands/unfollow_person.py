from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.people.models import Follow
from weefsel.people.rules import seen_colleague


@transaction.atomic
def unfollow_person(actor: Actor, *, person_id: int) -> None:
    """Follow a storyline no more; nobody is told. Doing it twice is no fault. Two statements."""
    person = seen_colleague(actor, person_id)
    require(actor.is_employee, _("You can follow colleagues who work here."))
    Follow.objects.filter(follower_id=actor.person_id, followed=person).delete()
