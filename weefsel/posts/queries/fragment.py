"""One post as HTML: what an act under it is answered with."""

from django.utils.safestring import SafeString

from weefsel.kernel.actor import Actor
from weefsel.posts.queries.fragments import FEED, HEAD, REPLY, fragments
from weefsel.posts.queries.lines import lines_of
from weefsel.posts.rules import seen_post

_SHAPES = {shape.name: shape for shape in (FEED, HEAD, REPLY)}


def post_fragment(actor: Actor, *, post_id: int, shape: str = "") -> SafeString:
    """The post as it stands in a ``feed``, at the ``head`` of its thread or as a ``reply``; by itself it knows which.

    Raises ``NotFound`` for a post that the actor may not see. Two statements, and those of a card that is not kept.
    """
    post = seen_post(actor, post_id)
    natural = FEED if post.thread_id is None else REPLY
    drawn = fragments(actor, lines_of(actor, [post.pk]), _SHAPES.get(shape, natural))
    return drawn.get(post.pk, SafeString(""))
