from django.utils.safestring import SafeString, mark_safe

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Invalid
from weefsel.kernel.text import plain
from weefsel.posts.markdown import draw, read
from weefsel.posts.queries.named import named
from weefsel.posts.rules import is_shared, seen_home, seen_post
from weefsel.posts.terms import BODY_MAX


def preview(
    actor: Actor, *, body: str, home_id: int | None = None, post_id: int | None = None, inside_only: bool = False
) -> SafeString:
    """How a text will read in a home, or in the thread or place of ``post_id``. Tells nobody and keeps nothing.

    Raises ``NotFound`` for a place that one does not read, ``Invalid`` for too long a text. Three statements.
    """
    words = plain(body)
    if len(words) > BODY_MAX:
        raise Invalid
    if post_id is not None:
        post = seen_post(actor, post_id)
        home, hidden = post.home, post.inside_only
    else:
        home = seen_home(actor, home_id or 0)
        hidden = (inside_only and actor.is_employee) or not is_shared(home)
    reading = read(words)
    drawn = draw(reading, named(actor, reading, home=home, inside_only=hidden))
    return mark_safe(drawn.html)  # noqa: S308 - cleaned when it was drawn
