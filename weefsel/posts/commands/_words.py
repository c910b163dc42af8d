"""What somebody typed, checked and drawn, before any lock is taken."""

import hashlib
import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Invalid
from weefsel.kernel.seams.post_kinds import post_kinds
from weefsel.kernel.text import checked, one_line
from weefsel.posts.markdown import Rendered, draw, read
from weefsel.posts.models import Home
from weefsel.posts.queries.named import named
from weefsel.posts.terms import BODY_MAX, CALLS_MAX, MENTIONS_MAX, TITLE_MAX

_KEY = re.compile(r"[\w-]{8,32}")


@dataclass(frozen=True, slots=True)
class Words:
    """A title (where the kind has one), a text, and how it reads."""

    title: str
    body: str
    rendered: Rendered


def written(actor: Actor, *, home: Home, inside_only: bool, kind: str, title: str, body: str) -> Words:
    """The words that may be kept. Raises ``Invalid`` for what is empty, too long or calls too many. Two statements."""
    has_title = kind in post_kinds and post_kinds[kind].has_title
    head = checked("title", one_line(title), longest=TITLE_MAX) if has_title else ""
    if has_title and not head:
        raise Invalid(fields={"title": _("Say it in one line first.")})
    text = checked("body", body, longest=BODY_MAX, required=not head)
    reading = read(text)
    if reading.call_count > CALLS_MAX:
        raise _too_many(reading.call_count)
    rendered = draw(reading, named(actor, reading, home=home, inside_only=inside_only))
    if (count := len(rendered.person_ids) + len(rendered.community_ids)) > MENTIONS_MAX:
        raise _too_many(count)
    return Words(head, text, rendered)


def _too_many(count: int) -> Invalid:
    sentence = _(
        "This calls %(count)s people and communities; at most %(most)s can be called in one post. "
        "Nothing was lost: leave some out and try again."
    )
    return Invalid(fields={"body": sentence % {"count": count, "most": MENTIONS_MAX}})


def key_of(form_key: str, *what: object) -> str:
    """What tells a form that was sent twice from one that was used again for other words. Empty without a form key."""
    if not _KEY.fullmatch(form_key):
        return ""
    said = "\x1f".join(str(part) for part in what)
    return f"{form_key}:{hashlib.sha256(said.encode()).hexdigest()[:24]}"
