from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Conflict, require
from weefsel.posts.models import Saved
from weefsel.posts.rules import person_of, seen_post


@transaction.atomic
def save_post(actor: Actor, *, post_id: int) -> None:
    """Put a post on one's own list. Raises ``NotFound``, and ``Conflict`` when it was taken away. Two statements."""
    post = seen_post(actor, post_id)
    require(actor.is_somebody, _("Sign in to save posts."))
    if post.deleted_at is not None:
        raise Conflict(_("This post has been taken away meanwhile."))
    Saved.objects.bulk_create([Saved(person_id=person_of(actor), post_id=post.pk)], ignore_conflicts=True)
