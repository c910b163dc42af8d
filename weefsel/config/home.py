"""The home of a network: a folder of its own, closed to others, with one server at a time."""

import fcntl
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from weefsel.kernel.refusals import Conflict, Invalid

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
LOCK = "server.lock"
ADDRESS = "address"
DEFAULT_ADDRESS = "http://localhost:8000"
FILLED = "It is filled."
MARK = "demonstration"  # a file: this home holds invented people, and may be filled anew


def make_home(home: Path) -> None:
    """Make the folder and its secret key, closed to others. Raises ``Invalid`` when it cannot be used."""
    try:
        home.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        make_secret_key(home)
        (home / "log").mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        _try_writing(home)
    except FileExistsError:
        raise Invalid(f"{home} is a file. Set WEEFSEL_HOME to a folder.") from None
    except OSError as problem:
        raise Invalid(
            f"The home {home} cannot be used ({problem.strerror}). Give the user that runs Weefsel a folder that it "
            "may write and that has room, or set WEEFSEL_HOME to another one."
        ) from None


def make_secret_key(home: Path) -> None:
    """Keep a key for this network, unless there is one. It is written whole or not at all."""
    path = home / "secret-key"
    if path.exists():
        return
    fresh = home / f"secret-key.{os.getpid()}"
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE), "w") as file:
        file.write(secrets.token_urlsafe(50) + "\n")
    fresh.rename(path)


@contextmanager
def only_server_of(home: Path) -> Iterator[None]:
    """Hold the home for this server. Raises ``Conflict`` naming the process that has it; a dead one holds nothing."""
    path = home / LOCK
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE), "r+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = file.read().strip() or "unknown"
            raise Conflict(
                f"The home {home} is already served by process {holder}. Stop that one first, or set WEEFSEL_HOME to "
                "another folder."
            ) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def note_address(home: Path, address: str) -> None:
    """Keep where the network is served, so that commands beside the server print links that lead there."""
    (home / ADDRESS).write_text(f"{address}\n")


def noted_address(home: Path) -> str:
    """Where the network was served last, or where it would be."""
    try:
        return (home / ADDRESS).read_text().strip() or DEFAULT_ADDRESS
    except OSError:
        return DEFAULT_ADDRESS


def is_empty(home: Path) -> bool:
    """Whether nothing of anybody lies there; what a server that never began leaves does not count."""
    return not home.exists() or not any(path.name != LOCK for path in home.iterdir())


def is_marked(home: Path) -> bool:
    """Whether this home was made by ``weefsel demo``, which alone may fill and clear it."""
    return (home / MARK).is_file()


def is_filled(home: Path) -> bool:
    """Whether the demonstration is complete: what broke off halfway is begun anew."""
    return is_marked(home) and FILLED in (home / MARK).read_text()


def mark(home: Path, *, filled: bool = False) -> None:
    sentence = "This home was made by `weefsel demo`. Its people are invented."
    (home / MARK).write_text(f"{sentence}\n{FILLED if filled else ''}\n")


def require_demonstration_home(home: Path) -> None:
    """Raises ``Conflict`` for a home that holds something and was not made by ``weefsel demo``."""
    if not is_empty(home) and not is_marked(home):
        raise Conflict(
            f"{home} holds a network that is no demonstration, and is left alone. Set WEEFSEL_HOME to an empty folder."
        )


def clear(home: Path) -> None:
    """Empty a marked home, but for the lock that its server holds and, until the end, its mark."""
    require_demonstration_home(home)
    for path in home.iterdir():
        if path.name in {LOCK, MARK}:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def _try_writing(home: Path) -> None:
    probe = home / f".probe.{os.getpid()}"
    probe.write_text("x" * 4096)
    probe.unlink()
