from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import require
from weefsel.people.events import PersonFollowed
from weefsel.people.models import Follow
from weefsel.people.rules import may_follow, seen_colleague


@transaction.atomic
def follow_person(actor: Actor, *, person_id: int) -> None:
    """Read a colleague's storyline in one's own feed from now on. Doing it twice is no fault.

    Refuses externals (to whom storylines do not exist), and following oneself, a bot or who has left. Announces
    ``PersonFollowed`` the first time. Three statements.
    """
    person = seen_colleague(actor, person_id)
    require(may_follow(actor, person), _("You can follow colleagues who work here."))
    _follow, is_new = Follow.objects.get_or_create(follower_id=actor.person_id, followed=person)
    if is_new:
        announce(PersonFollowed(follower_id=actor.person_id or 0, followed_id=person.pk))
