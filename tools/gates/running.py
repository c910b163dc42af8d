"""Run gates, as many at a time as the machine has cores."""

import os
import signal
import subprocess
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Condition
from typing import Any

from tools.gates.gate import Gate, Outcome, Result
from tools.gates.listing import ROOT


@dataclass
class Cores:
    """The cores of this machine: a gate waits for as many as it takes, first come, first served."""

    total: int
    free: int = field(init=False)
    changed: Condition = field(default_factory=Condition)

    def __post_init__(self) -> None:
        self.free = self.total

    @contextmanager
    def taken(self, wanted: int) -> Iterator[None]:
        """Hold ``wanted`` cores, or all of a smaller machine."""
        count = min(wanted, self.total)
        with self.changed:
            self.changed.wait_for(lambda: self.free >= count)
            self.free -= count
        try:
            yield
        finally:
            with self.changed:
                self.free += count
                self.changed.notify_all()


def run_all(
    gates: Iterable[Gate], surroundings: dict[str, str], folder: Path, tell: Callable[[Outcome], None]
) -> list[Outcome]:
    """Run gates and tell of each as it ends. ``folder`` is for what they leave behind."""
    cores = Cores(max(2, os.cpu_count() or 2))

    def run(numbered: tuple[int, Gate]) -> Outcome:
        number, gate = numbered
        with cores.taken(gate.cores):
            outcome = run_gate(gate, surroundings, folder / f"gate-{number}")
        tell(outcome)
        return outcome

    with ThreadPoolExecutor(cores.total) as pool:
        return list(pool.map(run, enumerate(gates)))


def run_gate(gate: Gate, surroundings: dict[str, str], folder: Path) -> Outcome:
    """Run one gate with a home of its own, and read what it counted."""
    folder.mkdir(parents=True)
    folder.chmod(0o711)
    environment = {**surroundings, "WEEFSEL_HOME": str(folder), **gate.environment}
    report = folder / "report.xml"
    command = (*gate.command, f"--junitxml={report}") if gate.is_tests else gate.command
    started = time.monotonic()
    code, said = _run(command, environment, folder / "said", gate.minutes * 60)
    seconds = time.monotonic() - started
    passed, failed = _counted(report) if gate.is_tests else (int(code == 0), int(code != 0))
    if code and not failed:
        failed = 1  # no test failed, but the run itself did: it could not start, or found nothing to run
    return Outcome(gate, Result.FAILED if failed else Result.PASSED, seconds, said, passed, failed)


def _run(command: tuple[str, ...], environment: dict[str, str], path: Path, seconds: float) -> tuple[int, str]:
    with path.open("ab") as said:
        around: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stdout": said, "stderr": said}
        try:
            process = subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True, **around)
        except OSError as problem:
            return 1, f"{command[0]} could not be started: {problem.strerror}."
        try:
            code = process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            code = 1
            said.write(f"\nStopped after {seconds / 60:.0f} minutes.\n".encode())
        finally:
            with suppress(ProcessLookupError):  # what the gate itself left running goes with it
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    return code, path.read_text(errors="replace")


def _counted(report: Path) -> tuple[int, int]:
    """Count the tests that passed and failed, of the report that pytest wrote."""
    if not report.exists():
        return 0, 0
    suite = ET.parse(report).getroot()[0]  # noqa: S314 - our own pytest wrote it a moment ago
    number = {name: int(suite.get(name, "0")) for name in ("tests", "failures", "errors", "skipped")}
    failed = number["failures"] + number["errors"]
    return number["tests"] - failed - number["skipped"], failed
