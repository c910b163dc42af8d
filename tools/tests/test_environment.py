"""The first command on a computer with Python alone, and every one after it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CANDIDATES = ("python", "python3", "python3.11", "python3.12", "python3.13", "python3.14")
# Stands in for the Python of an environment: it writes down what it was asked.
STAND_IN = '#!/bin/sh\nprintf "%s\\n" "$*" >>"{log}"\n'


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with the start programs, small locks, and no environment."""
    root = tmp_path / "check out"  # people have spaces in their paths
    for path in ("bin/weefsel", "tools/environment.sh"):
        (root / path).parent.mkdir(parents=True)
        shutil.copy(ROOT / path, root / path)
    (root / "requirements").mkdir()
    for lock in ("run", "dev"):
        (root / "requirements" / f"{lock}.txt").write_text(f"# {lock}\n")
    return root


def _with_environment(root: Path) -> Path:
    """Give the checkout an environment whose Python only writes down what it was asked."""
    log = root / "asked"
    python = root / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(STAND_IN.format(log=log))
    python.chmod(0o755)
    return log


def _run(program: Path, *arguments: str, path: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": path or os.environ["PATH"]}
    command = (str(program), *arguments)
    return subprocess.run(command, cwd="/", env=environment, capture_output=True, text=True, check=False)


def test_without_a_python_that_is_new_enough_one_sentence_says_what_to_do(checkout: Path, tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.mkdir()
    for name in CANDIDATES:
        (old / name).write_text("#!/bin/sh\nexit 1\n")
        (old / name).chmod(0o755)
    done = _run(checkout / "bin" / "weefsel", "serve", path=f"{old}:{os.environ['PATH']}")
    assert done.returncode == 1
    assert done.stderr.startswith("Weefsel needs Python 3.11 or newer: install it")
    assert done.stderr.count("\n") == 1


def test_the_first_start_installs_once_and_later_starts_do_not(checkout: Path) -> None:
    log = _with_environment(checkout)
    first = _run(checkout / "bin" / "weefsel", "serve")
    asked = log.read_text()
    second = _run(checkout / "bin" / "weefsel", "serve")
    assert "-m pip install" in asked
    assert "--require-hashes" in asked
    assert first.stderr.count("\n") == 1
    assert second.stderr == ""
    assert "pip" not in log.read_text().removeprefix(asked)


def test_a_changed_lock_installs_again(checkout: Path) -> None:
    log = _with_environment(checkout)
    _run(checkout / "bin" / "weefsel", "serve")
    (checkout / "requirements" / "run.txt").write_text("# another\n")
    log.write_text("")
    _run(checkout / "bin" / "weefsel", "serve")
    assert "-m pip install" in log.read_text()


def test_an_environment_with_everything_for_tests_needs_nothing_more(checkout: Path) -> None:
    log = _with_environment(checkout)
    shutil.copy(checkout / "requirements" / "dev.txt", checkout / ".venv" / "installed-dev.txt")
    done = _run(checkout / "bin" / "weefsel", "serve")
    assert done.stderr == ""
    assert "pip" not in log.read_text()


def test_it_runs_from_anywhere_through_links_and_passes_every_word_on(checkout: Path, tmp_path: Path) -> None:
    log = _with_environment(checkout)
    (tmp_path / "far").mkdir()
    (tmp_path / "near").symlink_to(checkout / "bin" / "weefsel")
    (tmp_path / "far" / "w").symlink_to("../near")
    done = _run(tmp_path / "far" / "w", "people", "sync", "two words.csv")
    assert done.returncode == 0
    assert log.read_text().endswith("people sync two words.csv\n")
