from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import Conflict, require
from weefsel.posts.commands._drafts import drop_drafts
from weefsel.posts.commands._rows import IS_OPEN, keep_named, let_follow, new_post_id, once
from weefsel.posts.commands._words import Words, key_of, written
from weefsel.posts.events import PersonMentioned, PostPublished
from weefsel.posts.models import Home, Post
from weefsel.posts.rules import may_take_part, person_of, seen_thread, why_not_here
from weefsel.posts.terms import RENDERER_VERSION, Kind


def reply(actor: Actor, *, thread_id: int, body: str, reply_to_id: int | None = None, form_key: str = "") -> int:
    """Answer in a thread, perhaps to one reply in it, and return the new reply's id. Its audience is the thread's.

    Raises ``NotFound`` for a thread that one does not see, ``NotAllowed`` where one may not reply, ``Invalid`` for
    words that cannot be taken, ``Conflict`` when the thread is locked or deleted, its home archived, or what is
    answered gone. Announces ``PostPublished`` and ``PersonMentioned``. Who replies follows the thread, unless they said
    no. The text is drawn before the transaction begins; that has four statements, and at most five more for what it
    names.
    """
    thread = seen_thread(actor, thread_id)
    require(may_take_part(actor, thread.home), why_not_here(thread.home))
    if thread.locked_at is not None:
        raise Conflict(_("This thread is locked: nothing new can be written in it. Your text was kept as a draft."))
    if reply_to_id is not None and reply_to_id != thread.pk:
        _require_standing(thread, reply_to_id)
    words = written(actor, home=thread.home, inside_only=thread.inside_only, kind=Kind.REPLY, title="", body=body)
    key = key_of(form_key, thread_id, reply_to_id, words.body)
    return once(person_of(actor), key, lambda: _reply(actor, thread, words, reply_to_id=reply_to_id, key=key))


def _require_standing(thread: Post, reply_id: int) -> None:
    if not Post.objects.filter(pk=reply_id, thread_id=thread.pk, deleted_at=None).exists():
        raise Conflict(_("The reply that you answer is no longer there. Your text was kept as a draft."))


@transaction.atomic
def _reply(actor: Actor, thread: Post, words: Words, *, reply_to_id: int | None, key: str) -> int:
    me = person_of(actor)
    open_homes = Home.objects.filter(IS_OPEN).values("pk")
    standing = Post.objects.filter(pk=thread.pk, deleted_at=None, locked_at=None, home_id__in=open_homes)
    if not standing.update(reply_count=F("reply_count") + 1, version=F("version") + 1):
        raise Conflict(
            _("This thread was closed or taken away meanwhile: nothing new can be written in it. Your text was kept.")
        )
    answer = Post.objects.create(
        id=new_post_id(),
        author_id=me,
        home_id=thread.home_id,
        thread_id=thread.pk,
        reply_to_id=reply_to_id,
        kind=Kind.REPLY,
        body=words.body,
        html=words.rendered.html,
        renderer=RENDERER_VERSION,
        inside_only=thread.inside_only,
        published_at=clock.now(),
        form_key=key,
    )
    keep_named(answer.pk, words.rendered)
    let_follow(me, thread.pk)
    drop_drafts(me, f"thread:{thread.pk}", key)
    announce(PostPublished(post_id=answer.pk, home_id=answer.home_id, author_id=me, thread_id=thread.pk))
    for person_id in sorted(words.rendered.person_ids - {me}):
        announce(PersonMentioned(post_id=answer.pk, person_id=person_id))
    return answer.pk
