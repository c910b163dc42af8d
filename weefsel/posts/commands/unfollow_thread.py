from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.posts.models import ThreadFollow
from weefsel.posts.rules import person_of, seen_thread


@transaction.atomic
def unfollow_thread(actor: Actor, *, post_id: int) -> None:
    """Be told no more of a thread, also after writing in it. Raises ``NotFound``. Two statements."""
    thread = seen_thread(actor, post_id)
    require(actor.is_somebody, _("Sign in to follow threads."))
    ThreadFollow.objects.bulk_create(
        [ThreadFollow(thread_id=thread.pk, person_id=person_of(actor), is_following=False, at=clock.now())],
        update_conflicts=True,
        unique_fields=["thread", "person"],
        update_fields=["is_following", "at"],
    )
