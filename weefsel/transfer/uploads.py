"""Files that stewards hand in: kept in the home, closed to others, until they are brought in, and no longer."""

import os
import secrets
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from django.conf import settings

from weefsel.kernel import clock

KEPT_AT_MOST = timedelta(days=7)  # also what a fault left behind: an export holds private conversations


def folder() -> Path:
    return Path(settings.HOME) / "imports"


def keep(pieces: Iterable[bytes]) -> Path:
    """Write a file whole, so that a job finds it."""
    folder().mkdir(mode=0o700, exist_ok=True)
    path = folder() / f"{secrets.token_hex(8)}.zip"
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        for piece in pieces:
            file.write(piece)
    return path


def forget(path: Path) -> None:
    """Delete a file that was handed in. A file that a command named is somebody's own, and stays."""
    if path.parent == folder():
        path.unlink(missing_ok=True)


def forget_old() -> int:
    """Delete what lies here for longer than a week; says how many files."""
    oldest = (clock.now() - KEPT_AT_MOST).timestamp()
    old = [path for path in folder().glob("*.zip") if path.stat().st_mtime < oldest]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)
