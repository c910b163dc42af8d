"""Whatever goes wrong, a person reads one sentence; the trace is in the log."""

import json
from pathlib import Path

import pytest
from django.db import OperationalError, ProgrammingError

from weefsel.config.cli.output import print_facts
from weefsel.config.cli.refusing import sentence_about
from weefsel.config.environment import WrongSetting
from weefsel.kernel.refusals import Conflict, Invalid, NotFound


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WEEFSEL_HOME", str(tmp_path))
    (tmp_path / "log").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (Conflict("It is taken."), "It is taken."),
        (Invalid("Not so.", fields={"name": "Give a name."}), "Not so. Give a name."),
        (NotFound(), "This was refused."),
        (WrongSetting("WEEFSEL_X is wrong."), "WEEFSEL_X is wrong."),
        (FileNotFoundError(2, "No such file or directory", "a.csv"), "The file or folder a.csv could not be used"),
        (OSError(28, "No space left on device"), "No space left on device"),
        (OperationalError("database or disk is full"), "The disk is full, so nothing was saved."),
        (OperationalError("no such table: people_person"), "Make one with `weefsel init`."),
        (ProgrammingError('relation "people_person" does not exist'), "Make one with `weefsel init`."),
        (OperationalError("connection refused\nIs the server running?"), "Check WEEFSEL_DATABASE_URL"),
    ],
)
def test_what_can_happen_is_said_in_a_sentence(home: Path, problem: Exception, said: str) -> None:
    sentence = sentence_about(problem)
    assert said in sentence
    assert "\n" not in sentence


def test_what_nobody_foresaw_is_written_down(home: Path) -> None:
    sentence = sentence_about(ZeroDivisionError("by zero"))
    log = home / "log" / "commands.log"
    assert sentence == f"Something went wrong: ZeroDivisionError: by zero (The details are in {log}.)"
    assert "ZeroDivisionError: by zero" in log.read_text()


def test_where_no_log_can_be_written_the_sentence_stands_alone(home: Path) -> None:
    (home / "log").rmdir()
    assert sentence_about(ZeroDivisionError("by zero")) == "Something went wrong: ZeroDivisionError: by zero"


def test_facts_are_one_object_or_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    facts = {"read": 3, "imported": {"posts": 2, "replies": 1}, "skipped": [], "warnings": ["a", "b"]}
    print_facts(facts, as_json=True)
    assert json.loads(capsys.readouterr().out) == facts
    print_facts(facts, as_json=False)
    assert capsys.readouterr().out == "read: 3\nimported: posts 2, replies 1\nskipped: none\nwarnings: a; b\n"
