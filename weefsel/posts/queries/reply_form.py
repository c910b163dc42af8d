"""What the form for a reply shows: what it answers, what one had begun to write, and who will read it."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.posts.models import Draft, Post
from weefsel.posts.queries._form_key import new_form_key
from weefsel.posts.queries.audience import Audience
from weefsel.posts.queries.cards import cards_of
from weefsel.posts.queries.thread import Thread
from weefsel.posts.rules import person_of, visible_posts

_QUOTED_WORDS = 40


@dataclass(frozen=True, slots=True)
class Quoted:
    """The reply that is answered, in short."""

    id: int
    author: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class ReplyForm:
    """The form for a reply in one thread, filled."""

    thread_id: int
    body: str
    form_key: str
    audience: Audience
    quoted: Quoted | None = None
    kept_at: datetime | None = None


def reply_form(
    actor: Actor, *, thread: Thread, reply_to_id: int | None = None, body: str | None = None, form_key: str = ""
) -> ReplyForm:
    """The form for a reply in ``thread``, with the draft or with ``body``, answering the start or one reply.

    No statement; one where a draft is kept, and with a reply to answer one more and those of its card.
    """
    lead = _("People outside can read this") if thread.is_outside else _("Only inside")
    form = ReplyForm(
        thread_id=thread.id,
        body=body or "",
        form_key=form_key or new_form_key(),
        audience=Audience(lead, thread.home.name, thread.is_outside),
    )
    if body is None and thread.has_draft:
        draft = Draft.objects.filter(person_id=person_of(actor), place=f"thread:{thread.id}").first()
        if draft is not None:
            key = draft.form_key or form.form_key
            form = replace(form, body=draft.body, form_key=key, kept_at=draft.updated_at)
            reply_to_id = reply_to_id or draft.reply_to_id
    return replace(form, quoted=_quoted(actor, thread.id, reply_to_id)) if reply_to_id else form


def _quoted(actor: Actor, thread_id: int, post_id: int) -> Quoted | None:
    standing = Post.objects.filter(visible_posts(actor), pk=post_id, thread_id=thread_id, deleted_at=None)
    if not standing.exists():
        return None
    card = cards_of(actor, [post_id])[post_id]
    is_me = card.author.hidden_id == actor.person_id
    excerpt = Truncator(strip_tags(card.html)).words(_QUOTED_WORDS)
    return Quoted(post_id, actor.name if is_me else card.author.name, excerpt)
