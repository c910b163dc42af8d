"""The server under test: the real one, in a process of its own, on a free port of this machine."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from weefsel.config.bench.load import Faulty

_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Served:
    """A running server."""

    port: int
    pid: int

    def cpu_seconds(self) -> float:
        """What the process has used so far; 0 where the system does not tell."""
        about = Path(f"/proc/{self.pid}/stat")
        if not about.exists():
            return 0.0
        fields = about.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def served(home: Path) -> Iterator[Served]:
    """Serve the home until the block ends."""
    port = _free_port()
    environment = {**os.environ, "WEEFSEL_HOME": str(home), "WEEFSEL_LOG_LEVEL": "error"}
    environment.pop("WEEFSEL_BASE_URL", None)
    command = [sys.executable, "-c", "import sys; from weefsel.config.cli import main; sys.exit(main())"]
    with subprocess.Popen(  # noqa: S603 - ourselves
        [*command, "serve", "--port", str(port), "--host", "127.0.0.1"], env=environment, stderr=subprocess.DEVNULL
    ) as process:
        try:
            _wait(port, process)
            yield Served(port, process.pid)
        finally:
            process.terminate()
            process.wait(20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


def _wait(port: int, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise Faulty("The server did not start. Try `weefsel serve` in the bench's home to see why.")
