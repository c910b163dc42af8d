"""Which gates there are, and which of them a run takes."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tools.gates.gate import Gate

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = Path(sys.executable).parent
# It cannot be run as a module, and its script would not survive that the checkout is moved.
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
TYPED = ("weefsel", "tools", "tests", "conftest.py")

# An installation as it should be: what Django's own check for deployment is asked about.
DEPLOYED = {
    "WEEFSEL_BASE_URL": "https://weefsel.example",
    "WEEFSEL_SECRET_KEY": "for-the-check-alone-0123456789-abcdefghijklmnopqrstuvwxyz",
    "DJANGO_SETTINGS_MODULE": "weefsel.config.settings",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the one who runs the tests asked for."""

    quick: bool = False
    long: bool = False
    paths: tuple[str, ...] = ()


def gates(wanted: Wanted) -> list[Gate]:
    """List the gates of this run, the slow ones first where they may run beside others."""
    if wanted.quick:
        return [*_style(), _mypy(), *_structure(), _pytest("tests", *_places_changed(), quick=True)]
    if wanted.paths:
        return [*_style(), _mypy(), *_structure(), *_both_databases(wanted)]
    return [
        _mypy(),
        *_style(),
        *_structure(),
        *_truth(),
        *_both_databases(wanted),
        _pytest("browser journeys", "tests", marker="browser", in_browser=True, long=wanted.long),
    ]


def _python(name: str, *arguments: str, environment: dict[str, str] | None = None) -> Gate:
    return Gate(name, (sys.executable, "-m", *arguments), environment or {})


def _style() -> list[Gate]:
    return [
        _python("ruff check", "ruff", "check", "--quiet", "."),
        _python("ruff format", "ruff", "format", "--quiet", "--check", "."),
    ]


def _mypy() -> Gate:
    return _python("mypy", "mypy", *TYPED)


def _structure() -> list[Gate]:
    return [
        Gate("import-linter", (sys.executable, "-c", LINT_IMPORTS, "--no-logo")),
        _python("own rules", "tools.checks"),
        Gate("templates", (str(PROGRAMS / "djangofmt"), "--quiet", "check", "weefsel")),
    ]


def _truth() -> list[Gate]:
    return [
        _python("deployment", "django", "check", "--deploy", "--fail-level", "WARNING", environment=DEPLOYED),
        _python("migrations", "django", "makemigrations", "--check", "--dry-run", environment=DEPLOYED),
        _python("messages", "tools.messages", "check"),
        _python("reference", "tools.reference", "check"),
    ]


def _both_databases(wanted: Wanted) -> list[Gate]:
    return [
        _pytest("tests, SQLite", *wanted.paths, long=wanted.long),
        # What tools do is the same on every database.
        _pytest("tests, PostgreSQL", *(wanted.paths or ("weefsel", "tests")), long=wanted.long, on_postgres=True),
    ]


def _pytest(
    name: str,
    *places: str,
    marker: str = "not browser",
    quick: bool = False,
    long: bool = False,
    on_postgres: bool = False,
    in_browser: bool = False,
) -> Gate:
    command = (sys.executable, "-m", "pytest", "--quiet", "-n", "2", "--dist", "worksteal", "-m", marker, *places)
    environment = {"HYPOTHESIS_PROFILE": "quick"} if quick else {"LONG_TESTS": "1"} if long else {}
    minutes = 24 * 60 if long else 15
    return Gate(
        name, command, environment, 2, is_tests=True, on_postgres=on_postgres, in_browser=in_browser, minutes=minutes
    )


def _places_changed() -> tuple[str, ...]:
    """The packages in which something is not committed yet; all of the product if nothing is."""
    asked = subprocess.run(
        ("git", "status", "--porcelain", "--untracked-files=all"), cwd=ROOT, capture_output=True, text=True, check=False
    )
    paths = {Path(line[3:].split(" -> ")[-1]) for line in asked.stdout.splitlines()}
    packages = {Path(*path.parts[:2]) for path in paths if path.parts[:1] in {("weefsel",), ("tools",)}}
    with_tests = sorted(str(package) for package in packages if any((ROOT / package).glob("**/test_*.py")))
    return tuple(with_tests) or ("weefsel",)
