from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.posts.commands._moderation import record_moderation, require_standing
from weefsel.posts.commands._rows import raise_versions
from weefsel.posts.models import Post
from weefsel.posts.rules import may_moderate, seen_thread


@transaction.atomic
def lock_thread(actor: Actor, *, post_id: int) -> None:
    """Close a thread to new replies.

    Raises ``NotFound`` for what one does not see and for a reply, ``NotAllowed`` for anybody but an owner or moderator
    of its home, ``Conflict`` when it is gone. Recorded in the audit trail. Nothing happens when it is so already.
    """
    thread = seen_thread(actor, post_id)
    require(may_moderate(actor, thread.home), _("Only owners and moderators can lock threads here."))
    require_standing(thread)
    if Post.objects.filter(pk=thread.pk, locked_at=None).update(locked_at=clock.now()):
        raise_versions(thread.pk)
        record_moderation(actor, "thread locked", thread)
