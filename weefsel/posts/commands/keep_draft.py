from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.ids import id_floor
from weefsel.kernel.refusals import Invalid, require
from weefsel.kernel.text import plain
from weefsel.posts.commands._drafts import seen_place
from weefsel.posts.models import Draft, Post
from weefsel.posts.rules import person_of
from weefsel.posts.terms import BODY_MAX, TITLE_MAX

LATE = timedelta(days=1)  # a form that was published this long ago keeps no drafts any more


@transaction.atomic
def keep_draft(
    actor: Actor,
    *,
    place: str,
    body: str,
    title: str = "",
    kind: str = "",
    inside_only: bool = False,
    reply_to_id: int | None = None,
    form_key: str = "",
) -> bool:
    """Keep what somebody is writing, one draft for each place; say whether there is one now.

    ``place`` is ``home:ID``, ``thread:ID`` or ``edit:ID``. Empty words drop the draft; a form that moves to another
    home takes its draft along; what arrives after the same form was published is not kept. Raises ``NotFound`` for a
    place that one does not read, ``Invalid`` for far too long a text. At most five statements.
    """
    spot = seen_place(actor, place)
    require(actor.is_somebody, _("Sign in to keep drafts."))
    words, head = plain(body), plain(title)[:TITLE_MAX]
    if len(words) > 2 * BODY_MAX:
        raise Invalid(fields={"body": _("This is too long to be kept as a draft. Keep a copy of it elsewhere.")})
    mine = Draft.objects.filter(person_id=person_of(actor))
    if form_key:
        mine.filter(form_key=form_key).exclude(place=spot.name).delete()
    if not (words.strip() or head.strip()) or _is_published(actor, form_key):
        mine.filter(place=spot.name).delete()
        return False
    Draft.objects.update_or_create(
        person_id=person_of(actor),
        place=spot.name,
        defaults={
            "body": words,
            "title": head,
            "kind": kind[:20],
            "inside_only": inside_only,
            "reply_to_id": spot.reply_among(reply_to_id),
            "form_key": form_key[:32],
            "updated_at": clock.now(),
        },
    )
    return True


def _is_published(actor: Actor, form_key: str) -> bool:
    if not form_key:
        return False
    recent = Post.objects.filter(author_id=person_of(actor), pk__gte=id_floor(clock.now() - LATE))
    return recent.filter(form_key__startswith=f"{form_key}:").exists()
