"""The texts for people that stand in the sources: Python by babel, templates through Django's own reading of them."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from django.utils.translation.template import templatize

LEFT_OUT = {"tests", "migrations", "static", "__pycache__"}
SINGULAR, PLURAL = None, (1, 2)
IN_CONTEXT, PLURAL_IN_CONTEXT = ((1, "c"), 2), ((1, "c"), 2, 3)
KEYWORDS: dict[str, Any] = {"_": SINGULAR, "gettext_noop": SINGULAR} | {
    f"{name}{lazy}": positions
    for lazy in ("", "_lazy")
    for name, positions in {
        "gettext": SINGULAR,
        "ngettext": PLURAL,
        "pgettext": IN_CONTEXT,
        "npgettext": PLURAL_IN_CONTEXT,
    }.items()
}


def gathered(root: Path) -> Catalog:
    """Gather every text under ``root / "weefsel"`` into a catalogue without translations."""
    catalogue = Catalog(domain="django", fuzzy=False)
    for path in sorted((root / "weefsel").rglob("*")):
        if path.suffix in {".py", ".html", ".txt"} and not LEFT_OUT & set(path.relative_to(root).parts):
            for text, context in texts_of(path):
                catalogue.add(text, context=context)
    return catalogue


def texts_of(path: Path) -> Iterator[tuple[Any, str | None]]:
    """Yield each text of a file (a pair if it has a plural), and its context."""
    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        if "/templates/" not in path.as_posix():
            return
        # Django turns a template into words that read as Python; only their indentation does not.
        source = "\n".join(line.strip() for line in templatize(source, origin=str(path)).splitlines())
    for _line, text, _comments, context in extract("python", BytesIO(source.encode()), KEYWORDS):
        yield text, context
