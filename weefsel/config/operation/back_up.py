"""A backup of everything, taken while the network is served."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from weefsel.config.operation import postgresql, sqlite
from weefsel.config.operation.archive import HOME, Manifest, Writer, file_pieces
from weefsel.kernel import clock
from weefsel.kernel.refusals import Conflict, Invalid

# Made anew by the server, or of this machine alone.
LEFT_OUT = frozenset({"static", "log", "server.lock", "address"})


def back_up(target: Path, told: Callable[[str], None] = lambda _: None) -> dict[str, Any]:
    """Write a backup to ``target``, verify it by reading it back, and return what it holds.

    Raises ``Conflict`` when ``target`` exists, ``Invalid`` when its folder does not or the database is damaged.
    """
    target = target.absolute()
    if target.exists():
        raise Conflict(f"{target} exists already. Name a new file.")
    if not target.parent.is_dir():
        raise Invalid(f"The folder {target.parent} does not exist. Make it first.")
    writer = Writer(target, _manifest())
    try:
        _add_database(writer, told)
        for path in home_files(settings.HOME, leaving_out=writer.partial):
            _add_file(writer, path)
        told("reading back")
        writer.finish()
    except BaseException:
        writer.give_up()
        raise
    made = writer.manifest
    return {
        "file": str(target),
        "bytes": target.stat().st_size,
        "database": made.database,
        "tables": len(made.rows),
        "rows": sum(made.rows.values()),
        "files": len(made.home_files),
    }


def home_files(home: Path, leaving_out: Path | None = None) -> Iterator[Path]:
    """The files of a home that a backup keeps: key, letters, pictures; the database is read otherwise."""
    for path in sorted(home.rglob("*")):
        is_ours = path.relative_to(home).parts[0] not in LEFT_OUT and ".sqlite3" not in path.name
        is_backup = leaving_out is not None and path.name.startswith(leaving_out.name)
        if is_ours and not is_backup and path.is_file() and not path.is_symlink():
            yield path


def _add_database(writer: Writer, told: Callable[[str], None]) -> None:
    if connection.vendor == "sqlite":
        told("database")
        sqlite.back_up(Path(connection.settings_dict["NAME"]), writer)
    else:
        postgresql.back_up(writer, told)


def _add_file(writer: Writer, path: Path) -> None:
    name = f"{HOME}{path.relative_to(settings.HOME).as_posix()}"
    try:
        pieces = file_pieces(path)
        first = next(pieces, b"")
    except FileNotFoundError:  # it went away while we looked: nothing refers to it any more
        return
    writer.add(name, _chained(first, pieces))


def _chained(first: bytes, others: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from others


def _manifest() -> Manifest:
    applied = sorted(MigrationRecorder(connection).applied_migrations())
    return Manifest(
        created_at=clock.now().isoformat(),
        database=connection.vendor,
        migrations=[[app, name] for app, name in applied],
    )
