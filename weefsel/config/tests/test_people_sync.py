import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from weefsel.config.cli.app import app
from weefsel.config.cli.people import sync
from weefsel.kernel.refusals import Invalid
from weefsel.people.models import Person
from weefsel.people.testing import home_organisation

pytestmark = pytest.mark.django_db

REAL = Path(__file__).parents[3] / "tests/data/hr/employees.csv"


@pytest.fixture(autouse=True)
def _home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("weefsel.config.cli.people.load_network", lambda: None)
    home_organisation()


def test_the_facts_are_one_object_and_add_up() -> None:
    answer = CliRunner().invoke(app, ["people", "sync", str(REAL), "--json"])
    assert answer.exit_code == 0
    facts = json.loads(answer.stdout)
    assert (facts["read"], facts["created"], facts["updated"], facts["unchanged"]) == (50, 50, 0, 0)
    assert [warning["line"] for warning in facts["warnings"]] == [47]
    assert facts["refused"] == []
    again = json.loads(CliRunner().invoke(app, ["people", "sync", str(REAL), "--json"]).stdout)
    assert (again["unchanged"], again["created"], again["deactivated"]) == (50, 0, 0)


def test_a_trial_run_shows_the_difference_and_changes_nothing() -> None:
    answer = CliRunner().invoke(app, ["people", "sync", str(REAL), "--dry-run"])
    assert answer.exit_code == 0
    for part in ("What would change", "Sarah Chen", "board@acmelabs.test", "security_clearance", "50 rows read"):
        assert part in answer.stdout
    assert not Person.objects.exists()


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="There is no file"):
        sync(tmp_path / "none.csv")
    broken = tmp_path / "broken.csv"
    broken.write_bytes(b"PK\x03\x04 not a table")
    with pytest.raises(Invalid, match="save it as CSV"):
        sync(broken)


def test_a_file_that_is_far_too_large_is_not_even_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.csv"
    with huge.open("wb") as file:
        file.truncate(60 * 1024 * 1024)
    with pytest.raises(Invalid, match="larger than 50 MB"):
        sync(huge)
