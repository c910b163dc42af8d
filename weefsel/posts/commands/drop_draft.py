from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.posts.models import Draft
from weefsel.posts.rules import person_of


@transaction.atomic
def drop_draft(actor: Actor, *, place: str) -> None:
    """Forget one's draft of a place, also of one that one does not read any more. One statement."""
    require(actor.is_somebody, _("Sign in to keep drafts."))
    Draft.objects.filter(person_id=person_of(actor), place=place).delete()
