"""Cards as bytes of a page: drawn once for each version, language and eye, and filled for each reader.

A drawing is a pure function of its key, so no reader can meet what another's eye saw. Where the reader matters stands a
slot: the "new" class, the menu, the actions, and people whom the outside may not know. Half a thousandth of a second
fills a page of twenty.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from django.template.loader import get_template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor, Eye
from weefsel.kernel.keep import Keep
from weefsel.posts.queries._people import Who, company_of
from weefsel.posts.queries.cards import Card, cards_of
from weefsel.posts.queries.lines import Line
from weefsel.posts.terms import SLOT_MARK, ReactionKind

Segments = tuple[str, ...]  # text, slot, text, slot, text

_BETWEEN_TAGS: Final = re.compile(r">\s*\n\s*<")

# About three kB each.
drawings: Final[Keep[Segments]] = Keep(10_000)
_LONG_RUN: Final = 20
# At most half a megabyte each.
_runs: Final[Keep[bytes]] = Keep(64)
_controls: Final[Keep[str]] = Keep(4_000)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a post is drawn: in a feed, at the head of its thread, or as a reply in it."""

    name: str
    template: str
    has_folded_replies: bool = False


@dataclass(frozen=True, slots=True)
class _Reader:
    actor: Actor
    shape: Shape
    language: str
    seen_id: int | None
    controls: dict[tuple[str | bool, ...], str] = field(default_factory=dict)


FEED: Final = Shape("feed", "posts/_card.html", has_folded_replies=True)
HEAD: Final = Shape("head", "posts/_card_head.html")
REPLY: Final = Shape("reply", "posts/_card_reply.html")


def _slot(name: str) -> SafeString:
    return mark_safe(f"{SLOT_MARK}{name}{SLOT_MARK}")  # noqa: S308 - our own sign


def fragments(
    actor: Actor, lines: Sequence[Line], shape: Shape, *, seen_id: int | None = None
) -> dict[int, SafeString]:
    """The posts of these lines as HTML for the actor, by id and in their order. ``seen_id`` marks what is newer as new.

    No statement when every drawing is kept, else those of ``cards_of`` once, however many are missing; for the outside
    one more, which tells when the people of a community have changed.
    """
    language, eye = get_language() or "en", str(actor.eye)
    company = company_of(actor, {line.home_id for line in lines})
    keys = [(line.id, line.version, language, eye, shape.name, company.get(line.home_id)) for line in lines]
    drawn = dict(zip((line.id for line in lines), drawings.get_many(keys), strict=True))
    missing = [identifier for identifier, segments in drawn.items() if segments is None]
    if missing:
        key_of = dict(zip(drawn, keys, strict=True))
        for identifier, card in cards_of(actor, missing, with_replies=shape.has_folded_replies).items():
            drawing = _draw(card, shape)
            drawn[identifier] = drawing
            drawings.put(key_of[identifier], drawing)
    reader = _Reader(actor, shape, language, seen_id)
    return {
        line.id: SafeString(_filled(segments, line, reader))
        for line in lines
        if (segments := drawn[line.id]) is not None
    }


def run(actor: Actor, lines: Sequence[Line], shape: Shape) -> bytes:
    """The posts of these lines one after the other, as bytes of a page. Statements as for ``fragments``.

    A long run is kept as a whole: all that it depends on, the reader's standing among it, is in its key.
    """
    mine = frozenset(line.id for line in lines if line.author_id == actor.person_id)
    key = (shape.name, get_language(), mine, tuple(lines))
    is_kept = actor.eye is Eye.INSIDE and len(lines) >= _LONG_RUN
    drawn = _runs.get(key) if is_kept else None
    if drawn is None:
        drawn = "".join(fragments(actor, lines, shape).values()).encode()
        if is_kept:
            _runs.put(key, drawn)
    return drawn


def is_new(actor: Actor, line: Line, seen_id: int | None) -> bool:
    """Newer than what the actor has seen, and not their own. Without a mark nothing is new."""
    return seen_id is not None and line.id > seen_id and line.author_id != actor.person_id


def _draw(card: Card, shape: Shape) -> Segments:
    hidden = {who.hidden_id for who in _people_of(card) if who.hidden_id}
    context = {
        "card": card,
        "slot_new": _slot("new"),
        "slot_menu": _slot("menu"),
        "slot_acts": _slot("acts"),
        "hidden": {identifier: _slot(f"who:{identifier}") for identifier in hidden},
    }
    return _split(get_template(shape.template).render(context))


def _people_of(card: Card) -> Iterable[Who]:
    yield card.author
    for reply in card.replies:
        yield reply.author
    if card.answers:
        yield card.answers.author


def _split(html: str) -> Segments:
    """The HTML cut at its slots: every second segment is the name of one. Indentation between tags is left out."""
    return tuple(_BETWEEN_TAGS.sub(">\n<", html.strip()).split(SLOT_MARK))


def _filled(segments: Segments, line: Line, reader: _Reader) -> str:
    pieces = list(segments)
    for place in range(1, len(pieces), 2):
        name = pieces[place]
        if name == "acts":
            pieces[place] = _acts(line, reader)
        elif name == "menu":
            pieces[place] = _menu(line, reader)
        elif name == "new":
            pieces[place] = " is-new" if is_new(reader.actor, line, reader.seen_id) else ""
        else:
            is_me = name == f"who:{reader.actor.person_id}"
            pieces[place] = escape(reader.actor.name) if is_me else escape(_("a colleague"))
    return "".join(pieces)


def _acts(line: Line, reader: _Reader) -> str:
    takes_part = line.may_take_part(reader.actor)
    state = (
        "posts/_card_acts.html",
        line.reaction or "",
        takes_part,
        takes_part and not line.is_locked,
        line.is_saved,
        line.follows,
        line.is_locked,
        line.is_deleted,
    )
    return _control(state, _ACTS, line, reader)


def _menu(line: Line, reader: _Reader) -> str:
    is_mine, stands = line.author_id == reader.actor.person_id, not line.is_deleted
    moderates = line.may_moderate(reader.actor)
    state = (
        "posts/_card_menu.html",
        is_mine and stands and not line.is_archived,
        is_mine and stands,
        moderates and not is_mine and stands,
        moderates and stands and not line.is_archived,
        moderates and not line.is_archived,
        line.is_edited and stands,
        line.is_pinned,
        line.is_locked,
        line.is_saved,
        line.follows,
        line.is_deleted,
    )
    return _control(state, _MENU, line, reader)


_ACTS: Final = ("own", "takes_part", "may_reply", "is_saved", "follows", "is_locked", "is_gone")
_MENU: Final = (
    "may_edit", "may_delete", "may_remove", "may_pin", "may_lock", "is_edited", "is_pinned", "is_locked", "is_saved",
    "follows", "is_gone",
)  # fmt: skip
_ID, _THREAD_ID = _slot("id"), _slot("thread_id")


def _control(state: tuple[str | bool, ...], names: Sequence[str], line: Line, reader: _Reader) -> str:
    """What a reader can do with a post: drawn once for each state, with the post's and its thread's id put in."""
    drawn = reader.controls.get(state)
    if drawn is None:
        drawn = reader.controls[state] = _drawn_control(state, names, reader)
    return drawn.replace(_ID, str(line.id)).replace(_THREAD_ID, str(line.thread_id or line.id))


def _drawn_control(state: tuple[str | bool, ...], names: Sequence[str], reader: _Reader) -> str:
    key = (reader.shape.name, reader.language, *state)
    drawn = _controls.get(key)
    if drawn is None:
        facts = dict(zip(names, state[1:], strict=True))
        context = {
            **facts,
            "is_reply": reader.shape is REPLY,
            "is_feed": reader.shape is FEED,
            "reactions": [(kind.value, kind.label) for kind in ReactionKind],
            "own_label": ReactionKind(str(facts["own"])).label if facts.get("own") else "",
            "id": _ID,
            "thread_id": _THREAD_ID,
        }
        drawn = _BETWEEN_TAGS.sub(">\n<", get_template(str(state[0])).render(context).strip())
        _controls.put(key, drawn)
    return drawn
