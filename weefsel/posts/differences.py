"""What changed between two texts, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

_WORDS: Final = re.compile(r"\s+|[^\s]+")
_LINES: Final = re.compile(r"[^\n]*\n|[^\n]+")
MOST_WORDS: Final = 3_000  # beyond, texts are compared line by line


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of text that stayed (``same``), came (``ins``) or went (``del``)."""

    kind: str
    text: str


def differences(before: str, after: str) -> tuple[Part, ...]:
    """What went and what came. Long texts are compared line by line, so that it takes well under a second."""
    by_line = max(len(_WORDS.findall(before)), len(_WORDS.findall(after))) > MOST_WORDS
    old, new = _pieces(before, by_line=by_line), _pieces(after, by_line=by_line)
    parts: list[Part] = []
    for what, a, b, c, d in SequenceMatcher(a=old, b=new).get_opcodes():
        if what == "equal":
            parts.append(Part("same", "".join(new[c:d])))
            continue
        if b > a:
            parts.append(Part("del", "".join(old[a:b])))
        if d > c:
            parts.append(Part("ins", "".join(new[c:d])))
    return tuple(parts)


def marked(before: str, after: str) -> SafeString:
    """The text as HTML, with what came as ``<ins>`` and what went as ``<del>``."""
    return format_html_join(
        "",
        "{}",
        (
            (part.text if part.kind == "same" else format_html("<{0}>{1}</{0}>", part.kind, part.text),)
            for part in differences(before, after)
        ),
    )


def _pieces(text: str, *, by_line: bool) -> list[str]:
    return (_LINES if by_line else _WORDS).findall(text)
