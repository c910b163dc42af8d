"""Style sheets, modules and icons: collected once per version, with their content in their names."""

import fcntl
import hashlib
from pathlib import Path
from typing import IO

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

STAMP = ".collected"


def collect_when_changed() -> bool:
    """Fill ``HOME/static`` if what the program brings differs from what was collected; says whether it did."""
    root = Path(settings.STATIC_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    with (root / STAMP).open("a+") as stamp:
        fcntl.flock(stamp, fcntl.LOCK_EX)  # several processes may start at once
        present = _digest()
        if _read(stamp) == present:
            return False
        call_command("collectstatic", verbosity=0, interactive=False)
        stamp.truncate(0)
        stamp.write(present)
        return True


def _read(stamp: IO[str]) -> str:
    stamp.seek(0)
    return stamp.read().strip()


def _digest() -> str:
    """Names, sizes and times of all files: content is not read, since thousands of starts meet no change."""
    digest = hashlib.sha256(str(settings.STORAGES["staticfiles"]).encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            about = Path(storage.path(name)).stat()
            digest.update(f"{name} {about.st_size} {about.st_mtime_ns}\n".encode())
    return digest.hexdigest()
