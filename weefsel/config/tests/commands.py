"""Runs ``weefsel`` as a process of its own, in a home of its own."""

import contextlib
import os
import resource
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from weefsel.config.environment import CHECKOUT

START = "import sys; from weefsel.config.cli import main; sys.exit(main())"


@dataclass(frozen=True, slots=True)
class Ended:
    code: int
    out: str
    err: str


def environment(home: Path, **settings: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("WEEFSEL_", "DJANGO_"))}
    return {**kept, "WEEFSEL_HOME": str(home), "PYTHONPATH": str(CHECKOUT), **settings}


def weefsel(home: Path, *arguments: str, largest_file: int | None = None, **settings: str) -> Ended:
    """Run a command to its end; ``largest_file`` stands for a disk that is full."""

    def limit() -> None:
        if largest_file is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", START, *arguments],
        env=environment(home, **settings),
        capture_output=True,
        text=True,
        timeout=60,
        preexec_fn=limit,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


@contextlib.contextmanager
def serving(
    home: Path, port: int, command: str = "serve", *arguments: str, **settings: str
) -> Iterator["subprocess.Popen[str]"]:
    """Serve a home until the block ends; it answers when the block begins."""
    with running(home, command, "--port", str(port), *arguments, said="Weefsel is at", **settings) as process:
        yield process


@contextlib.contextmanager
def running(home: Path, *arguments: str, said: str, **settings: str) -> Iterator["subprocess.Popen[str]"]:
    """Run a command until the block ends; the block begins when it has ``said`` something."""
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", START, *arguments],
        env=environment(home, **settings),
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr is not None
        while said not in (line := process.stderr.readline()):
            assert line, "it ended before it began"
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stderr is not None
        process.stderr.close()


def get(port: int, path: str) -> tuple[int, bytes]:
    with contextlib.closing(urllib.request.urlopen(f"http://localhost:{port}{path}", timeout=10)) as answer:
        return int(answer.status), answer.read()


def until_ended(process: "subprocess.Popen[str]") -> tuple[int, float]:
    """Wait for a process: its exit code, and how many seconds it took."""
    began = time.monotonic()
    return process.wait(10), time.monotonic() - began
