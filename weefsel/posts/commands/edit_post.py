from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import Conflict, require
from weefsel.posts.commands._drafts import drop_drafts
from weefsel.posts.commands._rows import keep_named, raise_versions
from weefsel.posts.commands._words import Words, written
from weefsel.posts.events import PersonMentioned, PostEdited
from weefsel.posts.models import Mention, Post, PostTopic, PostVersion
from weefsel.posts.rules import may_edit, person_of, seen_post
from weefsel.posts.terms import RENDERER_VERSION


def edit_post(actor: Actor, *, post_id: int, body: str, title: str = "", edit_number: int) -> None:
    """Say it in other words; the former ones are kept as a version. Nothing happens when nothing changed.

    Raises ``NotFound``, ``NotAllowed`` for anybody but its author and in an archived community, ``Invalid`` for words
    that cannot be taken, and ``Conflict`` when it was edited since ``edit_number``. Announces ``PostEdited``, and
    ``PersonMentioned`` for whoever is newly called. At most thirteen statements.
    """
    post = seen_post(actor, post_id)
    require(may_edit(actor, post), _("Only its author can edit this, while its community is not archived."))
    words = written(actor, home=post.home, inside_only=post.inside_only, kind=post.kind, title=title, body=body)
    _edit(actor, post_id, words, edit_number)


@transaction.atomic
def _edit(actor: Actor, post_id: int, words: Words, edit_number: int) -> None:
    me = person_of(actor)
    post = Post.objects.select_for_update().filter(pk=post_id, deleted_at=None).first()
    if post is None:
        raise Conflict(
            _("This post has been taken away meanwhile. Your text is still here: copy it to use it elsewhere.")
        )
    if (post.title, post.body) == (words.title, words.body):
        drop_drafts(me, f"edit:{post_id}")
        return
    if post.edit_number != edit_number:
        raise Conflict(
            _("This was edited elsewhere while you were writing. Both texts are below: put together what should stand.")
        )
    moment = clock.now()
    PostVersion.objects.create(
        post=post,
        number=post.edit_number,
        title=post.title,
        body=post.body,
        replaced_by_id=me,
        replaced_at=moment,
    )
    Post.objects.filter(pk=post_id).update(
        title=words.title,
        body=words.body,
        html=words.rendered.html,
        renderer=RENDERER_VERSION,
        edited_at=moment,
        edit_number=F("edit_number") + 1,
        version=F("version") + 1,
    )
    if post.thread_id is not None:
        raise_versions(post.thread_id)
    before = _name_anew(post_id, words)
    drop_drafts(me, f"edit:{post_id}")
    announce(PostEdited(post_id=post_id))
    for person_id in sorted(words.rendered.person_ids - before - {me}):
        announce(PersonMentioned(post_id=post_id, person_id=person_id))


def _name_anew(post_id: int, words: Words) -> set[int]:
    """Replace what the post names; say whom it named before."""
    mentions = Mention.objects.filter(post_id=post_id)
    before = set(mentions.filter(community=None).values_list("person_id", flat=True))
    mentions.delete()
    PostTopic.objects.filter(post_id=post_id).delete()
    keep_named(post_id, words.rendered)
    return before
