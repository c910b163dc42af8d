from django.db import transaction

from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import require
from weefsel.posts.commands._rows import raise_versions
from weefsel.posts.events import ReactionRemoved
from weefsel.posts.models import Reaction
from weefsel.posts.rules import may_react, person_of, seen_post, why_not_here


@transaction.atomic
def take_back_reaction(actor: Actor, *, post_id: int) -> None:
    """Take one's reaction back, if there is one. Raises ``NotFound`` and ``NotAllowed`` as reacting does.

    Announces ``ReactionRemoved``. Three statements at most.
    """
    post = seen_post(actor, post_id)
    require(may_react(actor, post), why_not_here(post.home))
    gone, _each = Reaction.objects.filter(post_id=post.pk, person_id=person_of(actor)).delete()
    if gone:
        raise_versions(post.pk, post.thread_id)
        announce(ReactionRemoved(post_id=post.pk, person_id=person_of(actor)))
