"""How a command says no: one sentence on standard error and exit code 1, whatever went wrong. Traces go to the log."""

import sqlite3
import traceback
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, InterfaceError

from weefsel.config.environment import WrongSetting, home_folder, read_environment
from weefsel.kernel import clock
from weefsel.kernel.refusals import Refusal
from weefsel.kernel.sqlite.errors import trouble_of


def sentence_about(problem: BaseException) -> str:
    """What to tell a person about ``problem``. What nobody foresaw is written to the log of the home."""
    if isinstance(problem, Refusal):
        fields = [str(sentence) for sentence in getattr(problem, "fields", {}).values()]
        return " ".join([str(problem.sentence), *fields]).strip() or "This was refused."
    if isinstance(problem, WrongSetting):
        return str(problem)
    if isinstance(problem, DatabaseError | InterfaceError | sqlite3.Error):
        return _about_database(problem)
    if isinstance(problem, OSError) and problem.strerror:
        where = f" {problem.filename}" if problem.filename else ""
        return f"The file or folder{where} could not be used: {problem.strerror}. Mend that and try again."
    return _unforeseen(problem)


def _about_database(problem: Exception) -> str:
    trouble = trouble_of(problem)
    if trouble is not None:
        return str(trouble.sentence)
    text = str(problem).strip().splitlines()
    first = text[0] if text else type(problem).__name__
    if "no such table" in first or ("relation" in first and "does not exist" in first):
        return "This home holds no network yet. Make one with `weefsel init`."
    log = _written_down(problem)
    return (
        f"The database did not answer: {first.rstrip('.')}. Check WEEFSEL_DATABASE_URL and that the server runs.{log}"
    )


def _unforeseen(problem: BaseException) -> str:
    kind = "A setting is wrong" if isinstance(problem, ImproperlyConfigured) else "Something went wrong"
    return f"{kind}: {type(problem).__name__}: {' '.join(str(problem).split())[:300]}{_written_down(problem)}"


def _written_down(problem: BaseException) -> str:
    """Add the trace to the log of the home, where there is one, and say where."""
    try:
        log = home_folder(read_environment()) / "log"
        if not log.is_dir():
            return ""
        return _add_trace(log / "commands.log", problem)
    except (WrongSetting, OSError):
        return ""


def _add_trace(path: Path, problem: BaseException) -> str:
    with path.open("a") as file:
        file.write(f"{clock.now().isoformat()} {''.join(traceback.format_exception(problem))}\n")
    return f" (The details are in {path}.)"
