"""Pages whose frame is drawn once for each reader and state, and then only filled.

Drawing a whole page costs more than everything else that a busy page does. What does not change from one request to the
next (the rail, the head, labels) is kept under all that it was made of; the rest stands in named slots.
"""

from collections.abc import Hashable, Mapping
from typing import Any, Final

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template import engines
from django.template.loader import get_template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from weefsel.kernel.keep import Keep

_MARK: Final = "\x1d"  # a control character that no text can contain
_pages: Final[Keep[tuple[bytes, ...]]] = Keep(2_000)


def kept_page(
    request: HttpRequest, template: str, facts: Mapping[str, Hashable], slots: Mapping[str, str | bytes]
) -> HttpResponse:
    """The page, from what was kept. It depends on the frame, the language and ``facts`` alone; ``slots`` are put in.

    A template may print a slot, and do nothing else with it: while it is drawn, a mark stands there. When there is a
    message to show, the page is drawn as a whole. What is bytes already is finished HTML.
    """
    if len(get_messages(request)):
        return render(request, template, {**facts, **{name: _text(value) for name, value in slots.items()}})
    framed = {**facts, "frame": _frame_of(request), "messages": ()}
    return HttpResponse(kept_part(template, framed, {**slots, "csrf_token": get_token(request)}))


def kept_part(template: str, facts: Mapping[str, Hashable], slots: Mapping[str, str | bytes]) -> bytes:
    """A part of a page, from what was kept. A fact may carry slots inside it, made by ``slot``."""
    key = (template, get_language(), *facts.items())
    segments = _pages.get(key)
    if segments is None:
        drawn = get_template(template).render({**facts, **{name: slot(name) for name in slots}})
        segments = tuple(drawn.encode().split(_MARK.encode()))
        _pages.put(key, segments)
    values = {name.encode(): _bytes(value) for name, value in slots.items()}
    return b"".join([values[piece] if place % 2 else piece for place, piece in enumerate(segments)])


def _bytes(value: str | bytes) -> bytes:
    return value if isinstance(value, bytes) else conditional_escape(value).encode()


def _text(value: str | bytes) -> str:
    return mark_safe(value.decode()) if isinstance(value, bytes) else value  # noqa: S308 - finished HTML


def slot(name: str) -> SafeString:
    """The mark of a place that is filled later."""
    return mark_safe(f"{_MARK}{name}{_MARK}")  # noqa: S308 - our own sign


def _frame_of(request: HttpRequest) -> Any:
    """The frame that the shell puts into every page."""
    for processor in engines["django"].engine.template_context_processors:  # type: ignore[attr-defined]
        if "frame" in (found := processor(request)):
            return found["frame"]
    raise LookupError("No context processor gives a frame.")
