"""The file of a backup: a zip of the database, the files of the home, and a manifest with counts and checksums."""

import hashlib
import json
import os
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Self

from weefsel.kernel.refusals import Invalid

FORMAT = 1
MANIFEST = "manifest.json"
DATABASE = "database/"
HOME = "home/"
BLOCK = 1024 * 1024


@dataclass(slots=True)
class Manifest:
    """What the archive must hold."""

    created_at: str = ""
    database: str = ""
    migrations: list[list[str]] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    sha256: dict[str, str] = field(default_factory=dict)
    format: int = FORMAT

    @property
    def home_files(self) -> list[str]:
        return [name for name in self.sha256 if name.startswith(HOME)]


class Writer:
    """Writes an archive beside its final name; nothing stands there until it is complete, verified and on the disk."""

    def __init__(self, target: Path, manifest: Manifest) -> None:
        self.manifest = manifest
        self._target = target
        self.partial = target.with_name(f"{target.name}.partial")
        descriptor = os.open(self.partial, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        self._file = os.fdopen(descriptor, "r+b")
        self._zip = zipfile.ZipFile(self._file, "w", zipfile.ZIP_DEFLATED, compresslevel=3)

    def add(self, name: str, pieces: Iterable[bytes | memoryview]) -> None:
        digest = hashlib.sha256()
        with self._zip.open(name, "w", force_zip64=True) as entry:
            for piece in pieces:
                digest.update(piece)
                entry.write(piece)
        self.manifest.sha256[name] = digest.hexdigest()

    def finish(self) -> None:
        """Complete the archive, read it back, and give it its name. Raises ``Invalid`` when it does not read back."""
        self._zip.writestr(MANIFEST, json.dumps(asdict(self.manifest), indent=1))
        self._zip.close()
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        with Reader(self.partial) as written:
            written.verify()
        self.partial.rename(self._target)

    def give_up(self) -> None:
        self._zip.close()
        self._file.close()
        self.partial.unlink(missing_ok=True)


class Reader:
    """Reads an archive. Raises ``Invalid`` for everything that is not a whole backup of ours."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._zip = zipfile.ZipFile(path)
            self.manifest = _manifest(json.loads(self._zip.read(MANIFEST)))
        except FileNotFoundError:
            raise Invalid(f"There is no file {path}.") from None
        except (zipfile.BadZipFile, KeyError, ValueError, TypeError):
            raise Invalid(f"{path} is not a backup of Weefsel, or it is damaged. Take another one.") from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def pieces(self, name: str) -> Iterator[bytes]:
        with self._zip.open(name) as entry:
            while piece := entry.read(BLOCK):
                yield piece

    def verify(self) -> None:
        """Read everything, and compare names and checksums with the manifest."""
        if set(self._zip.namelist()) != {*self.manifest.sha256, MANIFEST}:
            raise self._damaged("its contents do not match its list")
        for name, expected in self.manifest.sha256.items():
            if not is_safe(name):
                raise self._damaged(f"it names a place outside the home, {name}")
            if self._digest(name) != expected:
                raise self._damaged(f"{name} has changed")

    def _digest(self, name: str) -> str:
        digest = hashlib.sha256()
        try:
            for piece in self.pieces(name):
                digest.update(piece)
        except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError):
            return ""
        return digest.hexdigest()

    def _damaged(self, why: str) -> Invalid:
        return Invalid(f"The backup {self._path} is damaged: {why}. Take another one.")


def is_safe(name: str) -> bool:
    """Whether an entry stays inside the folders of an archive."""
    parts = PurePosixPath(name).parts
    return name.startswith((DATABASE, HOME)) and not name.startswith("/") and ".." not in parts and "\\" not in name


def file_pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(BLOCK):
            yield piece


def _manifest(read: dict[str, Any]) -> Manifest:
    if read.get("format") != FORMAT:
        raise ValueError
    return Manifest(**read)
