"""Gates are run, counted and ended."""

import sys
import time
from dataclasses import replace
from pathlib import Path

from tools.gates.gate import Gate, Outcome, Result
from tools.gates.running import run_all, run_gate

REPORT = '<testsuites><testsuite tests="5" failures="1" errors="1" skipped="1"/></testsuites>'


def _gate(program: str, *, is_tests: bool = False, cores: int = 1) -> Gate:
    return Gate("a gate", (sys.executable, "-c", program), is_tests=is_tests, cores=cores)


def test_a_gate_that_ends_well_has_passed(tmp_path: Path) -> None:
    outcome = run_gate(_gate("print('fine')"), {}, tmp_path / "gate")
    assert (outcome.result, outcome.passed, outcome.failed) == (Result.PASSED, 1, 0)


def test_a_gate_that_ends_badly_has_failed_and_is_heard(tmp_path: Path) -> None:
    outcome = run_gate(_gate("raise SystemExit('not fine')"), {}, tmp_path / "gate")
    assert (outcome.result, outcome.failed) == (Result.FAILED, 1)
    assert "not fine" in outcome.said


def test_a_gate_that_cannot_start_has_failed_and_says_so(tmp_path: Path) -> None:
    outcome = run_gate(Gate("a gate", ("no-such-program",)), {}, tmp_path / "gate")
    assert (outcome.result, outcome.said) == (
        Result.FAILED,
        "no-such-program could not be started: No such file or directory.",
    )


def test_a_gate_that_never_ends_is_stopped(tmp_path: Path) -> None:
    endless = replace(_gate("print('begun', flush=True); import time; time.sleep(60)"), minutes=1 / 60)
    outcome = run_gate(endless, {}, tmp_path / "gate")
    assert outcome.result is Result.FAILED
    assert outcome.said.startswith("begun\n\nStopped after")


def test_tests_are_counted_from_their_report(tmp_path: Path) -> None:
    write = f"import sys; open(sys.argv[1].split('=')[1], 'w').write('''{REPORT}'''); sys.exit(1)"
    outcome = run_gate(_gate(write, is_tests=True), {}, tmp_path / "gate")
    assert (outcome.result, outcome.passed, outcome.failed) == (Result.FAILED, 2, 2)


def test_tests_that_could_not_start_count_as_one_failure(tmp_path: Path) -> None:
    outcome = run_gate(_gate("raise SystemExit(4)", is_tests=True), {}, tmp_path / "gate")
    assert (outcome.result, outcome.passed, outcome.failed) == (Result.FAILED, 0, 1)


def test_what_a_gate_leaves_running_is_ended(tmp_path: Path) -> None:
    late = tmp_path / "late"
    sleeper = f"import time, pathlib; time.sleep(1); pathlib.Path({str(late)!r}).touch()"
    run_gate(
        _gate(f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {sleeper!r}])"), {}, tmp_path / "gate"
    )
    time.sleep(1.5)
    assert not late.exists()


def test_gates_are_told_as_they_end_and_given_back_in_their_order(tmp_path: Path) -> None:
    told: list[Outcome] = []
    listed = [_gate("import time; time.sleep(0.6)"), _gate("pass"), _gate("pass", cores=2)]
    outcomes = run_all(listed, {}, tmp_path, told.append)
    assert [outcome.gate for outcome in outcomes] == listed
    assert told[0].gate is listed[1]
