from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.posts.models import Saved
from weefsel.posts.rules import person_of


@transaction.atomic
def unsave_post(actor: Actor, *, post_id: int) -> None:
    """Take a post off one's own list, also one that one does not see any more. One statement."""
    require(actor.is_somebody, _("Sign in to save posts."))
    # Asked of the post's own key, which finds nothing by a number that is too large for any.
    Saved.objects.filter(person_id=person_of(actor), post__pk=post_id).delete()
