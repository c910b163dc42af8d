"""The zip file itself: hostile until proven otherwise, read entry by entry and never unpacked to disk."""

import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Self

from django.utils.translation import gettext as _

from weefsel.kernel.refusals import Invalid

MOST_ENTRIES = 500_000
LARGEST_ENTRY = 128 * 1024 * 1024  # unpacked; a day of one channel
LARGEST_RATIO = 400  # times smaller than its content: a bomb, not a text
RATIO_COUNTS_FROM = 4 * 1024 * 1024
_DAY_FILE = re.compile(r"\d{4}-\d{2}-\d{2}\.json")


@dataclass(frozen=True, slots=True)
class Unread:
    """A file of the archive that could not be read, and why."""

    name: str
    why: str


class Archive:
    """An opened export. ``unread`` collects what could not be read; the rest goes on."""

    def __init__(self, file: Path | IO[bytes]) -> None:
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, OSError, ValueError):
            raise Invalid(
                _("This is no Slack export: it is not a zip file, or a broken one. Download it again.")
            ) from None
        self.unread: list[Unread] = []
        self._entries = self._trusted_entries()
        if "users.json" not in self._entries or not {"channels.json", "groups.json"} & set(self._entries):
            raise Invalid(_("This zip file is no Slack export: it lacks users.json or channels.json."))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self._zip.close()

    def has(self, name: str) -> bool:
        return name in self._entries

    def rows(self, name: str) -> list[dict[str, Any]]:
        """The objects of one file, which must be a list of them. Empty when it is missing or cannot be read."""
        if name not in self._entries:
            return []
        try:
            found = json.loads(self._text(name))
        except (ValueError, RecursionError, zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError):
            self.unread.append(Unread(name, _("This file is damaged.")))
            return []
        if not isinstance(found, list):
            self.unread.append(Unread(name, _("This file holds no list.")))
            return []
        return [row for row in found if isinstance(row, dict)]

    def day_files(self, folder: str) -> Iterator[str]:
        """The day files of a channel's folder, oldest first."""
        for name in sorted(n for n in self._by_folder.get(folder, ()) if _DAY_FILE.fullmatch(n)):
            yield f"{folder}/{name}"

    def folders(self) -> set[str]:
        return set(self._by_folder)

    def _trusted_entries(self) -> dict[str, zipfile.ZipInfo]:
        entries: dict[str, zipfile.ZipInfo] = {}
        self._by_folder: dict[str, list[str]] = {}
        listed = self._zip.infolist()
        if len(listed) > MOST_ENTRIES:
            raise Invalid(_("This zip file has more than %s files. Export a shorter period.") % MOST_ENTRIES)
        for info in listed:
            name = info.filename
            if info.is_dir():
                continue
            if name.startswith(("/", "\\")) or ".." in Path(name).parts or "\x00" in name:
                self.unread.append(Unread(name, _("Its name points outside the archive.")))
            elif info.file_size > LARGEST_ENTRY or _is_bomb(info):
                self.unread.append(Unread(name, _("It is far larger than a day of messages can be.")))
            else:
                entries[name] = info
                folder, _slash, base = name.rpartition("/")
                self._by_folder.setdefault(folder, []).append(base)
        return entries

    def _text(self, name: str) -> str:
        with self._zip.open(self._entries[name]) as stream:
            raw = stream.read(LARGEST_ENTRY + 1)  # the declared size may lie
        if len(raw) > LARGEST_ENTRY:
            raise ValueError(name)
        return raw.decode("utf-8-sig")


def _is_bomb(info: zipfile.ZipInfo) -> bool:
    return info.file_size > RATIO_COUNTS_FROM and info.file_size > LARGEST_RATIO * max(info.compress_size, 1)


def problem_of(file: IO[bytes]) -> str:
    """Why this file is no export, in a sentence; empty when it is one. The file is left at its beginning."""
    try:
        with Archive(file):
            return ""
    except Invalid as refusal:
        return str(refusal.sentence)
    finally:
        file.seek(0)
