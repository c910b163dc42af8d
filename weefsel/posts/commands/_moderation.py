"""What the deeds of owners and moderators at a thread have in common."""

from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Conflict
from weefsel.posts.models import Post


def require_standing(thread: Post) -> None:
    """Go on if the thread start stands. Raises ``Conflict`` otherwise."""
    if thread.deleted_at is not None:
        raise Conflict(_("This post has been taken away meanwhile."))


def record_moderation(actor: Actor, deed: str, thread: Post) -> None:
    """Record a deed in a community; what one does on one's own storyline is nobody's matter."""
    if thread.home.community_id is not None:
        record(actor, deed, thing="post", thing_id=thread.pk, home_id=thread.home_id)
