from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import Invalid, require
from weefsel.posts.commands._rows import raise_versions
from weefsel.posts.events import ReactionAdded
from weefsel.posts.models import Reaction
from weefsel.posts.rules import may_react, person_of, seen_post, why_not_here
from weefsel.posts.terms import ReactionKind


@transaction.atomic
def react(actor: Actor, *, post_id: int, kind: str) -> None:
    """Give a post one of the five reactions, in place of what one gave before.

    Raises ``NotFound``, ``NotAllowed`` where one may not take part, ``Invalid`` for an unknown kind. Announces
    ``ReactionAdded`` for the first one. Four statements at most; two when the same one stands already.
    """
    post = seen_post(actor, post_id)
    require(may_react(actor, post), why_not_here(post.home))
    if kind not in ReactionKind.values:
        raise Invalid(fields={"kind": _("Choose one of the five reactions.")})
    mine = Reaction.objects.filter(post_id=post.pk, person_id=person_of(actor))
    before = mine.values_list("kind", flat=True).first()
    if before == kind:
        return
    Reaction.objects.bulk_create(
        [Reaction(post_id=post.pk, person_id=person_of(actor), kind=kind, at=clock.now())],
        update_conflicts=True,
        unique_fields=["post", "person"],
        update_fields=["kind", "at"],
    )
    raise_versions(post.pk, post.thread_id)
    if before is None:
        announce(ReactionAdded(post_id=post.pk, person_id=person_of(actor)))
