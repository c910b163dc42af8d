"""The database as a file: copied by SQLite itself while others read and write."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from weefsel.config.operation.archive import DATABASE, Reader, Writer, file_pieces
from weefsel.kernel.refusals import Invalid

ENTRY = f"{DATABASE}weefsel.sqlite3"


def back_up(source: Path, writer: Writer) -> None:
    """Add a consistent copy of ``source``; it is checked before it is added."""
    with _copy(source, writer.partial.with_name(f"{writer.partial.name}.sqlite3")) as copy:
        writer.manifest.rows = checked_rows(copy)
        writer.add(ENTRY, file_pieces(copy))


def restore(reader: Reader, target: Path) -> None:
    """Write the database to ``target`` and compare it with the manifest."""
    with target.open("xb") as file:
        for piece in reader.pieces(ENTRY):
            file.write(piece)
    target.chmod(0o600)
    if checked_rows(target) != reader.manifest.rows:
        raise Invalid("The restored database does not hold what the backup says. Take another backup.")


def checked_rows(path: Path) -> dict[str, int]:
    """Rows by table. Raises ``Invalid`` when SQLite finds the file damaged."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        if database.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise Invalid("The database is damaged: restore an earlier backup into a new home.")
        names = [
            name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        ]
        counted = {}
        for name in names:
            (counted[name],) = database.execute(f'SELECT count(*) FROM "{name}"').fetchone()  # noqa: S608 - its own names
        return counted


@contextmanager
def _copy(source: Path, copy: Path) -> Iterator[Path]:
    copy.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(source, timeout=20)) as database:
            database.execute("VACUUM INTO ?", (str(copy),))
        yield copy
    finally:
        copy.unlink(missing_ok=True)
