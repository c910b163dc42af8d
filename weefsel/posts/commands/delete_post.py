from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.posts.commands._taking_away import take_away
from weefsel.posts.rules import may_delete, seen_post


@transaction.atomic
def delete_post(actor: Actor, *, post_id: int) -> None:
    """Take back what one wrote, with all its versions. Where replies stand, a tombstone keeps the place.

    Raises ``NotFound``, ``NotAllowed`` for anybody but its author, ``Conflict`` when it is gone already. Announces
    ``PostDeleted``.
    """
    post = seen_post(actor, post_id)
    require(may_delete(actor, post), _("Only its author can delete this."))
    take_away(actor, post)
