"""A network out of a backup, in a new home and a new database."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from weefsel.config.environment import Environment, home_folder
from weefsel.config.home import PRIVATE_FOLDER, is_empty
from weefsel.config.loading import load_django
from weefsel.config.operation.archive import HOME, Reader
from weefsel.kernel.refusals import Conflict, Invalid


def restore(source: Path, environment: Environment, told: Callable[[str], None] = lambda _: None) -> dict[str, Any]:
    """Verify the backup, write it into the empty home and database, compare, and return what was restored.

    Raises ``Conflict`` when home or database hold something, ``Invalid`` when the backup is damaged or of the other
    kind of database. What was begun and refused is taken away again.
    """
    home = home_folder(environment)
    if not is_empty(home):
        raise Conflict(f"The home {home} is not empty. Set WEEFSEL_HOME to a new folder to restore into.")
    with Reader(source) as reader:
        told("checking the backup")
        reader.verify()
        _require_same_kind(reader.manifest.database, environment)
        home.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        try:
            _write_files(reader, home)
            _restore_database(reader, told)
        except BaseException:
            _clear(home)
            raise
        made = reader.manifest
    return {
        "home": str(home),
        "database": made.database,
        "created_at": made.created_at,
        "tables": len(made.rows),
        "rows": sum(made.rows.values()),
        "files": len(made.home_files),
    }


def _require_same_kind(kind: str, environment: Environment) -> None:
    ours = "postgresql" if environment.database_url.startswith("postgres") else "sqlite"
    if kind == ours:
        return
    if kind == "postgresql":
        raise Invalid("The backup is of a PostgreSQL database: name a new, empty one in WEEFSEL_DATABASE_URL.")
    raise Invalid("The backup is of an SQLite database: restore it without WEEFSEL_DATABASE_URL.")


def _write_files(reader: Reader, home: Path) -> None:
    os.umask(0o077)
    for name in reader.manifest.home_files:
        path = home / name.removeprefix(HOME)
        path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        with path.open("xb") as file:
            for piece in reader.pieces(name):
                file.write(piece)


def _restore_database(reader: Reader, told: Callable[[str], None]) -> None:
    """Django is loaded here and not before: its secret key has just been restored."""
    load_django()
    from django.db import connection  # noqa: PLC0415

    from weefsel.config.database import bring_up_to_date  # noqa: PLC0415
    from weefsel.config.operation import postgresql, sqlite  # noqa: PLC0415

    told("database")
    if reader.manifest.database == "sqlite":
        sqlite.restore(reader, Path(connection.settings_dict["NAME"]))
    else:
        postgresql.restore(reader, told)
    bring_up_to_date()


def _clear(home: Path) -> None:
    for path in home.iterdir():
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
