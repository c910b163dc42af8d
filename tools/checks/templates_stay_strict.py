"""Templates that work under the content policy, escape what people wrote, and say what they take."""

import re
from collections.abc import Iterator

from tools.checks.checkout import Checkout, Offence, Source

RULE = "templates-stay-strict"
PATTERNS = (
    (re.compile(r"<style\b", re.IGNORECASE), "Styles stand in a CSS file: the content policy refuses them here."),
    (
        re.compile(r"""(?<![\w-])style\s*=\s*["']"""),
        "No style attribute: use a class, or a data attribute that CSS reads.",
    ),
    (re.compile(r"""(?<![\w-])(?:hx-)?on[a-z:-]+\s*=\s*["']"""), "No handler in an attribute: behaviour is a module."),
    (re.compile(r"javascript:", re.IGNORECASE), "No script in an address."),
    (
        re.compile(r"\|\s*safe(?:seq)?\b"),
        "Nothing is marked safe here: the query hands out clean HTML (Html of the kernel).",
    ),
    (re.compile(r"autoescape\s+off"), "Escaping stays on."),
)
INLINE_SCRIPT = re.compile(
    r"<script\b(?![^>]*\bsrc\s*=)(?![^>]*\bnonce\s*=)(?![^>]*application/(?:json|ld\+json))", re.IGNORECASE
)
# What a template takes is said before anything else, or right after what it extends and loads.
HEAD = re.compile(r"(?:\s|\{%[^%]*%\})*\{#(?:(?!#\}).)*\bTakes:")
COMMENT = re.compile(r"\{#.*?#\}|\{%\s*comment\b.*?endcomment\s*%\}|<!--.*?-->", re.DOTALL)


def check(checkout: Checkout) -> Iterator[Offence]:
    """Name inline style and script, escaping switched off, and templates without the comment of what they take."""
    for source in checkout.of_product(".html"):
        if "/templates/" in source.path:
            yield from _of_template(source)


def _of_template(source: Source) -> Iterator[Offence]:
    if not HEAD.match(source.text):
        yield source.offence(1, RULE, "Begin with a comment {# … Takes: … #} of the names that this template is given.")
    text = COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), source.text)
    for pattern, sentence in (*PATTERNS, (INLINE_SCRIPT, "No inline script: behaviour is a module in static.")):
        for found in pattern.finditer(text):
            yield source.offence(text.count("\n", 0, found.start()) + 1, RULE, sentence)
