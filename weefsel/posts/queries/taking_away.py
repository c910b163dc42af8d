from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.posts.queries.cards import cards_of
from weefsel.posts.rules import may_delete, may_remove, seen_post


@dataclass(frozen=True, slots=True)
class TakingAway:
    """What is about to go. ``leaves_tombstone``: replies stand under it. ``back_url``: where one is afterwards."""

    post_id: int
    thread_id: int
    author: str
    title: str
    html: SafeString
    leaves_tombstone: bool
    back_url: str

    @property
    def keep_url(self) -> str:
        return f"/posts/{self.post_id}/"


def taking_away(actor: Actor, *, post_id: int, own: bool) -> TakingAway:
    """A post that the actor may delete (``own``) or remove. Raises ``NotFound`` and ``NotAllowed`` as the deeds do.

    Two statements, and those of its card.
    """
    post = seen_post(actor, post_id)
    if own:
        require(may_delete(actor, post), _("Only its author can delete this."))
    else:
        require(may_remove(actor, post), _("Only owners and moderators can remove what others wrote here."))
    card = cards_of(actor, [post.pk])[post.pk]
    stays = post.thread_id is not None or post.reply_count > 0
    return TakingAway(
        post_id=post.pk,
        thread_id=post.thread_id or post.pk,
        author=card.author.name,
        title=card.title,
        html=card.html,
        leaves_tombstone=post.thread_id is None and post.reply_count > 0,
        back_url=f"/posts/{post.thread_id or post.pk}/" if stays else card.home_url or "/",
    )
