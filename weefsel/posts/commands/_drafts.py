"""Where drafts belong, and what becomes of them when their words are published."""

import re
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import NotFound
from weefsel.posts.models import Draft, Post
from weefsel.posts.rules import may_edit, seen_home, seen_post, seen_thread

_PLACE = re.compile(r"(home|thread|edit):(\d{1,19})")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a draft belongs: a home, a thread, or a post of one's own that is being edited."""

    name: str
    thread_id: int | None = None

    def reply_among(self, reply_id: int | None) -> int | None:
        """The reply that is answered, if it stands in this thread. One statement, none without one."""
        if reply_id is None or self.thread_id is None:
            return None
        standing = Post.objects.filter(pk=reply_id, thread_id=self.thread_id, deleted_at=None)
        return standing.values_list("pk", flat=True).first()


def seen_place(actor: Actor, place: str) -> Place:
    """The place, if the actor may read it; own posts alone can be edited. Raises ``NotFound``. Two statements."""
    form = _PLACE.fullmatch(place)
    if form is None:
        raise NotFound(_("There is no such place to write in."))
    kind, number = form[1], int(form[2])
    if kind == "home":
        return Place(f"home:{seen_home(actor, number).pk}")
    if kind == "thread":
        return Place(f"thread:{number}", thread_id=seen_thread(actor, number).pk)
    post = seen_post(actor, number)
    if not may_edit(actor, post):
        raise NotFound(_("There is no such place to write in."))
    return Place(f"edit:{post.pk}")


def drop_drafts(person_id: int, place: str, key: str = "") -> None:
    """Forget the draft of a place, and what the same form has kept for others. One statement."""
    of_form = Q(form_key=key.split(":", 1)[0]) if key else Q(pk__in=())
    Draft.objects.filter(Q(place=place) | of_form, person_id=person_id).delete()
