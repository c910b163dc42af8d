from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.posts.commands._moderation import record_moderation
from weefsel.posts.commands._rows import raise_versions
from weefsel.posts.models import Post
from weefsel.posts.rules import may_moderate, seen_thread


@transaction.atomic
def unlock_thread(actor: Actor, *, post_id: int) -> None:
    """Open a locked thread to replies again.

    Raises ``NotFound`` for what one does not see and for a reply, ``NotAllowed`` for anybody but an owner or moderator
    of its home. Recorded in the audit trail. Nothing happens when it is so already.
    """
    thread = seen_thread(actor, post_id)
    require(may_moderate(actor, thread.home), _("Only owners and moderators can unlock threads here."))
    if Post.objects.filter(pk=thread.pk, locked_at__isnull=False).update(locked_at=None):
        raise_versions(thread.pk)
        record_moderation(actor, "thread unlocked", thread)
