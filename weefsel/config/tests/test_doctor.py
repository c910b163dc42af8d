"""The doctor finds what is wrong, says how to mend it, and is silent about what is well."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import override_settings
from django_tasks_db.models import DBTaskResult

from weefsel.config.operation import doctor
from weefsel.config.tests.commands import weefsel
from weefsel.identity.models import Letter
from weefsel.kernel import clock
from weefsel.kernel.jobs import queue
from weefsel.kernel.tests.jobs_for_tests import come_too_late
from weefsel.people.models import Person, UnitClosure
from weefsel.people.testing import make_person, make_unit
from weefsel.posts.models import Home
from weefsel.posts.testing import make_post

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_jobs() -> None:
    DBTaskResult.objects.all().delete()


def wrong() -> list[str]:
    return [name for name, found in doctor.examine().items() if found]


def test_nothing_is_said_about_a_network_that_is_well() -> None:
    make_post(make_person(unit=make_unit(parent=make_unit())))
    assert wrong() == []


def test_what_can_be_worked_out_anew_is_found_and_mended() -> None:
    make_post(make_person())
    Home.objects.update(latest_id=1)
    make_unit(parent=make_unit())
    UnitClosure.objects.filter(depth=1).delete()
    Person.objects.filter(pk=make_person(has_account=True).pk).update(email="other@lindewever.example")
    assert wrong() == ["latest ids", "units", "accounts"]
    doctor.mend()
    assert wrong() == []


def test_jobs_that_wait_and_jobs_that_failed_are_named() -> None:
    come_too_late.enqueue()
    job = queue.claim_next("me")
    assert job is not None
    queue.run_claimed(job)
    come_too_late.enqueue()
    DBTaskResult.objects.ready().update(enqueued_at=clock.now() - timedelta(hours=1))
    waiting, failed = doctor.examine()["jobs"]
    assert waiting.what.startswith("1 jobs wait since")
    assert waiting.mend == "Start `weefsel serve` or `weefsel worker`."
    assert "come_too_late: NotFound: It is gone." in failed.what


def test_letters_that_wait_or_failed_are_counted() -> None:
    long_ago = clock.now() - timedelta(hours=1)
    Letter.objects.create(recipient="a@example.org", subject="A", purpose="code", created_at=long_ago)
    Letter.objects.create(recipient="b@example.org", subject="B", purpose="code", state="failed")
    assert [finding.what[:9] for finding in doctor.examine()["mail"]] == ["1 letters", "1 letters"]


def test_settings_that_lay_people_open_are_named() -> None:
    with override_settings(BASE_URL="http://weefsel.example", IS_SECURE=False, DEBUG=True):
        assert len(doctor.examine()["settings"]) == 2
    with override_settings(BASE_URL="http://localhost:8000", IS_SECURE=False):
        assert doctor.examine()["settings"] == []


def test_little_room_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "ROOM_WANTED", 10**18)
    assert "MB are free" in doctor.examine()["disk"][0].what


def test_a_home_that_others_may_read_is_said(settings: object, tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    with override_settings(HOME=tmp_path):
        assert doctor.examine()["home"][0].mend == f"chmod go= {tmp_path}"


def test_the_command_prints_facts_and_fails_when_something_is_wrong(tmp_path: Path) -> None:
    ended = weefsel(tmp_path / "new", "doctor", "--json")
    facts = json.loads(ended.out)
    assert ended.code == 1
    assert [finding["check"] for finding in facts["findings"]] == ["migrations"]
    assert "weefsel serve" in facts["findings"][0]["mend"]


def test_the_command_names_a_damaged_database(tmp_path: Path) -> None:
    (tmp_path / "weefsel.sqlite3").write_bytes(b"no database " * 1000)
    ended = weefsel(tmp_path, "doctor")
    assert ended.code == 1
    assert "database: wrong" in ended.out
    assert "damaged" in ended.out
    assert "Restore a backup into a new home." in ended.out
