"""What deleting one's own post and removing somebody else's have in common."""

from django.db.models import F
from django.utils.translation import gettext as _

from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import Conflict
from weefsel.posts.commands._rows import recompute_latest
from weefsel.posts.events import PostDeleted
from weefsel.posts.models import Draft, Mention, Pin, Post, PostTopic, PostVersion, Saved


def take_away(actor: Actor, post: Post, *, because: str = "") -> None:
    """Let a post stand no more: a thread start under which replies stand leaves a tombstone.

    Its words go, in every version, with whom and what it named. Raises ``Conflict`` when it is gone already.
    Announces ``PostDeleted``. At most eleven statements.
    """
    gone = Post.objects.filter(pk=post.pk, deleted_at=None).update(
        title="",
        body="",
        html="",
        form_key="",
        deleted_at=clock.now(),
        deleted_by_id=actor.person_id,
        removed_because=because,
        version=F("version") + 1,
    )
    if not gone:
        raise Conflict(_("This has been taken away already."))
    for rows in (Mention, PostTopic, PostVersion, Pin, Saved):
        rows.objects.filter(post_id=post.pk).delete()
    Draft.objects.filter(place=f"edit:{post.pk}").delete()
    if post.thread_id is None:
        recompute_latest(post.home_id, post.pk)
    else:
        Post.objects.filter(pk=post.thread_id).update(reply_count=F("reply_count") - 1, version=F("version") + 1)
    announce(PostDeleted(post_id=post.pk))
