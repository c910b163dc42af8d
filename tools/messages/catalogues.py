"""The catalogues on disk: read, brought up to date, compiled; always written in the same bytes for the same texts."""

import re
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

LANGUAGES = ("nl",)
# A date of writing would change with every run, and the version of the writing library with every upgrade.
UNCHANGING = datetime(2026, 1, 1, tzinfo=UTC)
CHANGING = re.compile(
    rb'^"(?:Project-Id-Version|Last-Translator|Language-Team|POT-Creation-Date|PO-Revision-Date|Generated-By|Report-Msgid-Bugs-To):.*\n',
    re.MULTILINE,
)
HEADER = "# {name} texts of Weefsel."


def path_of(root: Path, language: str, suffix: str = ".po") -> Path:
    """Where the catalogue of a language stands."""
    return root / "locale" / language / "LC_MESSAGES" / f"django{suffix}"


def read(root: Path, language: str) -> Catalog:
    """Read a catalogue; an empty one if there is none yet."""
    path = path_of(root, language)
    if not path.exists():
        return Catalog(locale=language, domain="django", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain="django", abort_invalid=True)


def compiled(root: Path, language: str) -> Catalog | None:
    """Read what is compiled, or nothing if nothing is."""
    path = path_of(root, language, ".mo")
    if not path.exists():
        return None
    with path.open("rb") as file:
        return read_mo(file)


def update(root: Path, language: str, texts: Catalog) -> None:
    """Take new texts in, without a translation, keep those that stand, and drop those that are gone."""
    catalogue = read(root, language)
    catalogue.update(texts, no_fuzzy_matching=True)
    catalogue.header_comment = HEADER.format(name=catalogue.locale.english_name if catalogue.locale else language)
    catalogue.fuzzy = False
    written = BytesIO()
    write_po(written, catalogue, width=120, no_location=True, sort_output=True, ignore_obsolete=True)
    path = path_of(root, language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(CHANGING.sub(b"", written.getvalue()))


def compile_catalogue(root: Path, language: str) -> None:
    """Write the ``.mo`` file that the product reads."""
    catalogue = read(root, language)
    catalogue.creation_date = catalogue.revision_date = UNCHANGING
    with path_of(root, language, ".mo").open("wb") as file:
        write_mo(file, catalogue)
