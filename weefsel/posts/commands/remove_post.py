from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.kernel.text import checked, one_line
from weefsel.posts.commands._taking_away import take_away
from weefsel.posts.rules import may_remove, seen_post
from weefsel.posts.terms import REASON_MAX


@transaction.atomic
def remove_post(actor: Actor, *, post_id: int, reason: str) -> None:
    """Take somebody's post away, with a reason that its author can read. Recorded in the audit trail.

    Raises ``NotFound``, ``NotAllowed`` for anybody but an owner or moderator of its home, ``Invalid`` without a reason,
    ``Conflict`` when it is gone already. Announces ``PostDeleted``.
    """
    post = seen_post(actor, post_id)
    require(may_remove(actor, post), _("Only owners and moderators can remove what others wrote here."))
    because = checked("reason", one_line(reason), longest=REASON_MAX, required=True)
    take_away(actor, post, because=because)
    record(actor, "post removed", thing="post", thing_id=post.pk, home_id=post.home_id, author_id=post.author_id)
