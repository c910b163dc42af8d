"""``bin/test [--quick | --long] [PATH ...]``: run the gates, print what came of each, and the failed ones in full."""

import argparse
import os
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from tools.gates.browser import ready_browser
from tools.gates.gate import Gate, Outcome, Result
from tools.gates.listing import Wanted, gates
from tools.gates.running import run_all
from tools.postgres import running_postgres

WIDTH = 20


def main(arguments: list[str]) -> int:
    """Exit code 0 if every gate passed or had to be skipped, 1 if one failed."""
    started = time.monotonic()
    wanted = _wanted(arguments)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="gates-", ignore_cleanup_errors=True)))
        folder.chmod(0o711)  # the server of PostgreSQL, under another uid, passes through it
        taken, skipped = _ready(gates(wanted), stack)
        surroundings = {name: value for name, value in os.environ.items() if not name.startswith("WEEFSEL_")}
        outcomes = run_all(taken, {**surroundings, "TMPDIR": str(folder)}, folder, tell)
    for outcome in (outcome for outcome in outcomes if outcome.result is Result.FAILED):
        print(f"\n{'=' * 78}\n{outcome.gate.name}\n{'=' * 78}\n{outcome.said.rstrip()}")
    print()
    for gate, reason in skipped:
        print(f"{gate.name}: SKIPPED. {reason}")
    print(f"{len(outcomes)} gates in {time.monotonic() - started:.0f} s")
    passed, failed = (sum(count) for count in zip(*((o.passed, o.failed) for o in outcomes), strict=True))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def tell(outcome: Outcome) -> None:
    """Print the line of one gate."""
    tests = f"{outcome.passed} tests" if outcome.gate.is_tests else ""
    line = f"{outcome.gate.name:<{WIDTH}} {outcome.seconds:6.1f} s  {outcome.result:<8} {tests}"
    print(line.rstrip(), flush=True)


def _wanted(arguments: list[str]) -> Wanted:
    parser = argparse.ArgumentParser(prog="bin/test", description="Run every check of Weefsel, or a part of them.")
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--quick", action="store_true", help="what a save deserves, in under 30 seconds")
    length.add_argument(
        "--long", action="store_true", help="with the long versions: thousands of worlds, a hundred kills"
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="only the tests in these files and folders")
    found = parser.parse_args(arguments)
    if found.quick and found.paths:
        parser.error("--quick chooses its tests itself: leave the paths out.")
    return Wanted(found.quick, found.long, tuple(found.paths))


def _ready(listed: list[Gate], stack: ExitStack) -> tuple[list[Gate], list[tuple[Gate, str]]]:
    """Start what gates need around them. Those that cannot have it are skipped, with the reason."""
    skipped: list[tuple[Gate, str]] = []
    browser = ready_browser() if any(gate.in_browser for gate in listed) else ""
    address = stack.enter_context(running_postgres()) if any(gate.on_postgres for gate in listed) else ""
    taken = []
    for gate in listed:
        if gate.in_browser and not browser:
            skipped.append((gate, "There is no Chromium here, and it could not be installed: no page was tried."))
            print(f"{gate.name:<{WIDTH}} {'':8}  {Result.SKIPPED}", flush=True)
            continue
        if gate.on_postgres:
            environment = {**gate.environment, "WEEFSEL_DATABASE_URL": address}
            taken.append(replace(gate, environment=environment))
        else:
            taken.append(gate)
    return taken, skipped


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
