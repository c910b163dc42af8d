from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.posts.commands._moderation import record_moderation, require_standing
from weefsel.posts.commands._rows import raise_versions
from weefsel.posts.models import Pin
from weefsel.posts.rules import may_moderate, seen_thread


@transaction.atomic
def pin_post(actor: Actor, *, post_id: int) -> None:
    """Keep a thread on top of its home.

    Raises ``NotFound`` for what one does not see and for a reply, ``NotAllowed`` for anybody but an owner or moderator
    of its home, ``Conflict`` when it is gone. Recorded in the audit trail. Nothing happens when it is so already.
    """
    thread = seen_thread(actor, post_id)
    require(may_moderate(actor, thread.home), _("Only owners and moderators can pin posts here."))
    require_standing(thread)
    _pin, is_new = Pin.objects.get_or_create(
        post_id=thread.pk, defaults={"home_id": thread.home_id, "pinned_by_id": actor.person_id}
    )
    if is_new:
        raise_versions(thread.pk)
        record_moderation(actor, "post pinned", thread)
