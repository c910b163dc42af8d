from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.notices.commands._receivers import receivers, tell
from weefsel.notices.models import Notice
from weefsel.notices.rules import may_notify
from weefsel.notices.terms import Kind
from weefsel.posts.models import Mention, Post
from weefsel.posts.rules import may_see_post


@transaction.atomic
def tell_of_mention(actor: Actor, *, post_id: int, person_id: int) -> int:
    """Tell somebody that they were mentioned, if they may read where; say how many were told. Safe to do twice.

    A mention beats an answer: who was told that this post answers them reads from now on that it mentions them. The
    mention of a community tells nobody: its members read it in their feed, and addressing everybody at once is a right
    that nobody has yet. Refuses everybody but the jobs. At most nine statements.
    """
    require(may_notify(actor), _("Only jobs tell of what people do."))
    post = Post.objects.select_related("home__community", "home__person__organisation").filter(pk=post_id).first()
    stands = Mention.objects.filter(post_id=post_id, person_id=person_id).exists()
    if post is None or post.deleted_at is not None or post.source_key or post.author_id == person_id or not stands:
        return 0
    may_read = [reader for reader in receivers([person_id]) if may_see_post(reader, post)]
    key = f"post:{post.pk}"
    for reader in may_read:
        Notice.objects.filter(person_id=reader.person_id or 0, key=key, kind=Kind.ANSWERED, done_at=None).update(
            kind=Kind.MENTIONED
        )
    return tell(
        [
            Notice(person_id=reader.person_id or 0, kind=Kind.MENTIONED, by_id=post.author_id, key=key, post=post)
            for reader in may_read
        ]
    )
