"""Cards as bytes of a page: drawn once for each version, language and eye, and filled for each reader.

A drawing is a pure function of its key, so no reader can meet what another's eye saw. Where the reader matters stands a
slot: the "new" class, the menu, the actions, and people whom the outside may not know. Half a thousandth of a second
fills a page of twenty.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.template.loader import get_template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.keep import Keep
from weefsel.posts.queries._people import Who, company_of
from weefsel.posts.queries.cards import Card, cards_of
from weefsel.posts.queries.lines import Line
from weefsel.posts.terms import SLOT_MARK, ReactionKind

Segments = tuple[str, ...]  # text, slot, text, slot, text

# About three kB each.
drawings: Final[Keep[Segments]] = Keep(10_000)
_controls: Final[Keep[Segments]] = Keep(4_000)


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


FEED: Final = Shape("feed", "posts/_card.html", has_folded_replies=True)
HEAD: Final = Shape("head", "posts/_card_head.html")
REPLY: Final = Shape("reply", "posts/_card_reply.html")


def fragments(
    actor: Actor, lines: Sequence[Line], shape: Shape, *, seen_id: int | None = None
) -> dict[int, SafeString]:
    """The posts of these lines as HTML for the actor, by id and in their order. ``seen_id`` marks what is newer as new.

    No statement when every drawing is kept, else those of ``cards_of`` once, however many are missing; for the outside
    one more, which tells when the people of a community have changed.
    """
    language, eye = get_language() or "en", str(actor.eye)
    company = company_of(actor, {line.home_id for line in lines})
    keys = {line.id: (line.id, line.version, language, eye, shape.name, company.get(line.home_id)) for line in lines}
    drawn = {line.id: drawings.get(keys[line.id]) for line in lines}
    missing = [identifier for identifier, segments in drawn.items() if segments is None]
    if missing:
        for identifier, card in cards_of(actor, missing, with_replies=shape.has_folded_replies).items():
            drawn[identifier] = _draw(card, shape)
            drawings.put(keys[identifier], drawn[identifier] or ())
    reader = _Reader(actor, shape, language, seen_id)
    return {
        line.id: mark_safe(_filled(segments, line, reader))  # noqa: S308 - drawn by a template
        for line in lines
        if (segments := drawn[line.id]) is not None
    }


def is_new(actor: Actor, line: Line, seen_id: int | None) -> bool:
    """Newer than what the actor has seen, and not their own. Without a mark nothing is new."""
    return seen_id is not None and line.id > seen_id and line.author_id != actor.person_id


def _slot(name: str) -> SafeString:
    return mark_safe(f"{SLOT_MARK}{name}{SLOT_MARK}")  # noqa: S308 - our own sign


def _draw(card: Card, shape: Shape) -> Segments:
    hidden = {who.hidden_id for who in _people_of(card) if who.hidden_id}
    context = {
        "card": card,
        "slot_new": _slot("new"),
        "slot_menu": _slot("menu"),
        "slot_acts": _slot("acts"),
        "hidden": {identifier: _slot(f"who:{identifier}") for identifier in hidden},
    }
    return split(get_template(shape.template).render(context))


def _people_of(card: Card) -> Iterable[Who]:
    yield card.author
    for reply in card.replies:
        yield reply.author
    if card.answers:
        yield card.answers.author


def split(html: str) -> Segments:
    """The HTML cut at its slots: every second segment is the name of one."""
    return tuple(html.split(SLOT_MARK))


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
    state = {
        "own": line.reaction or "",
        "takes_part": takes_part,
        "may_reply": takes_part and not line.is_locked,
        "is_saved": line.is_saved,
        "follows": line.follows,
        "is_locked": line.is_locked,
        "is_gone": line.is_deleted,
    }
    return _control("posts/_card_acts.html", state, line, reader)


def _menu(line: Line, reader: _Reader) -> str:
    is_mine = line.author_id == reader.actor.person_id
    moderates = line.may_moderate(reader.actor)
    state = {
        "may_edit": is_mine and not line.is_deleted and not line.is_archived,
        "may_delete": is_mine and not line.is_deleted,
        "may_remove": moderates and not is_mine and not line.is_deleted,
        "may_pin": moderates and not line.is_deleted and not line.is_archived,
        "may_lock": moderates and not line.is_archived,
        "is_edited": line.is_edited and not line.is_deleted,
        "is_pinned": line.is_pinned,
        "is_locked": line.is_locked,
        "is_saved": line.is_saved,
        "follows": line.follows,
        "is_gone": line.is_deleted,
    }
    return _control("posts/_card_menu.html", state, line, reader)


def _control(template: str, state: Mapping[str, Any], line: Line, reader: _Reader) -> str:
    """What a reader can do with a post: drawn once for each state, with the post's and its thread's id put in."""
    shape = reader.shape
    key = (template, shape.name, reader.language, *state.values())
    segments = _controls.get(key)
    if segments is None:
        context = {
            **state,
            "is_reply": shape is REPLY,
            "is_feed": shape is FEED,
            "shape": shape.name,
            "reactions": [(kind.value, kind.label) for kind in ReactionKind],
            "own_label": ReactionKind(state["own"]).label if state.get("own") else "",
            "id": _slot("id"),
            "thread_id": _slot("thread_id"),
        }
        segments = split(get_template(template).render(context))
        _controls.put(key, segments)
    ids = {"id": str(line.id), "thread_id": str(line.thread_id or line.id)}
    return "".join(_put_in(segments, ids.__getitem__))


def _put_in(segments: Segments, value_of: Callable[[str], str]) -> Iterable[str]:
    return (value_of(segment) if place % 2 else segment for place, segment in enumerate(segments))
