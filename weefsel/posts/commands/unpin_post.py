from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.posts.commands._moderation import record_moderation
from weefsel.posts.commands._rows import raise_versions
from weefsel.posts.models import Pin
from weefsel.posts.rules import may_moderate, seen_thread


@transaction.atomic
def unpin_post(actor: Actor, *, post_id: int) -> None:
    """Let a thread stand among the others again.

    Raises ``NotFound`` for what one does not see and for a reply, ``NotAllowed`` for anybody but an owner or moderator
    of its home. Recorded in the audit trail. Nothing happens when it is so already.
    """
    thread = seen_thread(actor, post_id)
    require(may_moderate(actor, thread.home), _("Only owners and moderators can unpin posts here."))
    gone, _each = Pin.objects.filter(post_id=thread.pk).delete()
    if gone:
        raise_versions(thread.pk)
        record_moderation(actor, "post unpinned", thread)
