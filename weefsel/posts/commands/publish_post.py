from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import Conflict, require
from weefsel.posts.commands._drafts import drop_drafts
from weefsel.posts.commands._rows import keep_named, let_follow, new_post_id, once, raise_latest
from weefsel.posts.commands._words import Words, key_of, written
from weefsel.posts.events import PersonMentioned, PostPublished
from weefsel.posts.models import Home, Post
from weefsel.posts.rules import is_shared, may_publish_kind, person_of, seen_home, why_not_kind
from weefsel.posts.terms import RENDERER_VERSION, Kind


def publish_post(
    actor: Actor,
    *,
    home_id: int,
    body: str,
    kind: str = Kind.UPDATE,
    title: str = "",
    inside_only: bool = False,
    shown_audience: str = "",
    form_key: str = "",
) -> int:
    """Start a thread in a home, and return its id.

    What does not stand in a shared community is inside only in any case, and what an outsider writes there is not.
    The same form sent twice (``form_key``) makes one post. Raises ``NotFound`` for a home that one does not read,
    ``NotAllowed`` for one where one may not publish this, ``Invalid`` for words that cannot be taken, ``Conflict`` when
    the home was archived meanwhile, or when outsiders read it though the form said "inside" (``shown_audience``).
    Announces ``PostPublished`` and ``PersonMentioned``. The text is drawn before the transaction begins; that has four
    statements, and at most five more for what the text names.
    """
    home = seen_home(actor, home_id)
    require(may_publish_kind(actor, home, kind), why_not_kind(home, kind))
    hidden = (inside_only and actor.is_employee) or not is_shared(home)
    if shown_audience == "inside" and not hidden:
        raise Conflict(_("People from outside can read what is written there. Look at who reads it, and post again."))
    words = written(actor, home=home, inside_only=hidden, kind=kind, title=title, body=body)
    key = key_of(form_key, home_id, kind, words.title, words.body)
    return once(person_of(actor), key, lambda: _publish(actor, home, kind, words, inside_only=hidden, key=key))


@transaction.atomic
def _publish(actor: Actor, home: Home, kind: str, words: Words, *, inside_only: bool, key: str) -> int:
    me = person_of(actor)
    post = Post.objects.create(
        id=new_post_id(),
        author_id=me,
        home_id=home.pk,
        kind=kind,
        title=words.title,
        body=words.body,
        html=words.rendered.html,
        renderer=RENDERER_VERSION,
        inside_only=inside_only,
        published_at=clock.now(),
        form_key=key,
    )
    if not raise_latest(home, post.pk, inside_only=inside_only):
        raise Conflict(_("This community has just been archived. Your text was kept as a draft."))
    keep_named(post.pk, words.rendered)
    let_follow(me, post.pk)
    drop_drafts(me, f"home:{home.pk}", key)
    announce(PostPublished(post_id=post.pk, home_id=home.pk, author_id=me))
    for person_id in sorted(words.rendered.person_ids - {me}):
        announce(PersonMentioned(post_id=post.pk, person_id=person_id))
    return post.pk
