"""What is wrong with a catalogue."""

import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from tools.messages import catalogues
from tools.messages.sources import gathered

PLACEHOLDER = re.compile(r"%\((\w+)\)[a-z]|\{(\w*)\}|%[sd]")
Key = tuple[tuple[str, ...], str | None]


def faults(root: Path) -> Iterator[str]:
    """Name everything that would show a reader a missing, an old or a broken text, one sentence each."""
    texts = _by_key(gathered(root))
    yield from (f"“{key[0][0]}”: say it calmly, without “!”." for key in texts if any("!" in form for form in key[0]))
    for language in catalogues.LANGUAGES:
        catalogue = catalogues.read(root, language)
        where = catalogues.path_of(root, language).relative_to(root)
        yield from (f"{where}: {fault}" for fault in _of_catalogue(catalogue, texts))
        yield from (f"{where}: {fault}" for fault in _of_compiled(catalogue, catalogues.compiled(root, language)))


def missing(root: Path, language: str) -> list[Message]:
    """List the texts of a catalogue that wait for a translation."""
    return [message for message in catalogues.read(root, language) if message.id and not all(_forms(message.string))]


def _of_catalogue(catalogue: Catalog, texts: dict[Key, Message]) -> Iterator[str]:
    known = _by_key(catalogue)
    for key in texts.keys() - known.keys():
        yield f"“{key[0][0]}” is not in the catalogue: run python -m tools.messages update."
    for key in known.keys() - texts.keys():
        yield f"“{key[0][0]}” stands in no source any more: run python -m tools.messages update."
    for key, message in known.items():
        forms = _forms(message.string)
        wanted = catalogue.num_plurals if len(key[0]) > 1 else 1
        if len(forms) != wanted or not all(forms):
            yield f"“{key[0][0]}” lacks a translation."
        elif message.fuzzy:
            yield f"“{key[0][0]}” is marked as a guess: confirm it."
        else:
            yield from _of_forms(key[0], forms)


def _of_forms(source: tuple[str, ...], forms: tuple[str, ...]) -> Iterator[str]:
    allowed = {placeholder for text in source for placeholder in _placeholders(text)}
    # “One reply” may leave its number out, as the source may; the last form, for many, may leave nothing out.
    if _placeholders(forms[-1]) != _placeholders(source[-1]):
        wanted = ", ".join(sorted(_placeholders(source[-1]))) or "no placeholder"
        yield f"“{source[-1]}”: the translation must hold {wanted}."
    elif any(_placeholders(form) - allowed for form in forms):
        yield f"“{source[0]}”: a form of the translation holds a placeholder that the source lacks."
    if any("!" in form for form in forms):
        yield f"“{source[0]}”: translate it calmly, without “!”."


def _of_compiled(catalogue: Catalog, done: Catalog | None) -> Iterator[str]:
    wanted = {key: _forms(message.string) for key, message in _by_key(catalogue).items() if any(_forms(message.string))}
    found = {key: _forms(message.string) for key, message in _by_key(done).items()} if done else {}
    if wanted != found:
        yield "what is compiled is older: run python -m tools.messages compile."


def _by_key(catalogue: Catalog) -> dict[Key, Message]:
    return {(_forms(message.id), _context(message)): message for message in catalogue if message.id}


def _context(message: Message) -> str | None:
    """Give the context as text: what is compiled gives it back in bytes."""
    context: str | bytes | None = message.context
    return context.decode() if isinstance(context, bytes) else context


def _forms(text: object) -> tuple[str, ...]:
    return tuple(map(str, text)) if isinstance(text, tuple | list) else (str(text),)


def _placeholders(text: str) -> set[str]:
    return {found[0] for found in PLACEHOLDER.finditer(text.replace("%%", ""))}
