from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.notices.commands._receivers import receivers, tell
from weefsel.notices.models import Notice
from weefsel.notices.rules import may_notify
from weefsel.notices.terms import BATCH, Kind
from weefsel.posts.models import Mention, Post, ThreadFollow
from weefsel.posts.rules import may_see_post


@transaction.atomic
def tell_of_reply(actor: Actor, *, post_id: int, after: int = 0) -> int:
    """Tell the next fifty who follow a thread, or whose post was answered, of a reply; return where to go on (0: done).

    ``after`` is the last person that was looked at. Left out are its author, who is mentioned in it (they are told
    that), who unfollowed the thread, and who may not read it. Safe to do twice. Refuses everybody but the jobs. Six
    statements, and one for each receiver whose membership decides.
    """
    require(may_notify(actor), _("Only jobs tell of what people do."))
    post = (
        Post.objects.select_related("home__community", "home__person__organisation", "reply_to")
        .filter(pk=post_id, deleted_at=None, thread__isnull=False)
        .first()
    )
    if post is None or post.source_key:
        return 0
    looked_at = _next(post, after)
    mentioned = set(Mention.objects.filter(post=post, person__isnull=False).values_list("person_id", flat=True))
    wanted = [pk for pk in looked_at if pk != post.author_id and pk not in mentioned]
    tell(
        [
            Notice(
                person_id=reader.person_id or 0,
                kind=Kind.ANSWERED,
                by_id=post.author_id,
                key=f"post:{post.pk}",
                post=post,
            )
            for reader in receivers(wanted)
            if may_see_post(reader, post)
        ]
    )
    return looked_at[-1] if len(looked_at) == BATCH else 0


def _next(post: Post, after: int) -> list[int]:
    """The next persons to look at, in the order of their ids: who follows, and in the first batch who was answered."""
    follows = ThreadFollow.objects.filter(thread_id=post.thread_id, is_following=True, person_id__gt=after)
    found = list(follows.order_by("person_id").values_list("person_id", flat=True)[:BATCH])
    if after or post.reply_to is None or post.reply_to.author_id in found:
        return found
    said_no = ThreadFollow.objects.filter(
        thread_id=post.thread_id, person_id=post.reply_to.author_id, is_following=False
    )
    return found if said_no.exists() else [post.reply_to.author_id, *found][:BATCH]
