"""A backup holds everything, is proved by reading it back, and becomes a network again elsewhere, on both databases."""

import json
import shutil
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from weefsel.config.operation.archive import Reader, is_safe
from weefsel.config.operation.back_up import back_up
from weefsel.config.tests.commands import Ended, weefsel
from weefsel.kernel.models import JobAttempt, JobSchedule
from weefsel.kernel.refusals import Conflict, Invalid

pytestmark = pytest.mark.django_db(transaction=True)

DUE = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    """A backup of two schedules, one attempt, and a letter in the home."""
    letters = settings.HOME / "mail"
    shutil.rmtree(letters, ignore_errors=True)  # what other tests of this process wrote home is not ours
    letters.mkdir()
    (letters / "1.eml").write_text("Dear Marie,")
    JobSchedule.objects.create(name="tab\tnewline\nbackslash \\N é", next_run_at=DUE)
    JobSchedule.objects.create(name="plain", next_run_at=DUE)
    job = "0e6d2d57-26b2-4ee5-8ff3-d6a1a3a6c0c1"
    JobAttempt.objects.create(job_id=job, number=1, failed_at=DUE, error="x" * 400, retry_at=None)
    back_up(tmp_path / "backup.zip")
    yield tmp_path / "backup.zip"
    shutil.rmtree(letters)


def facts(ended: Ended) -> dict[str, Any]:
    assert ended.code == 0, ended.err
    read: dict[str, Any] = json.loads(ended.out)
    return read


def test_a_backup_says_what_it_holds_and_is_closed_to_others(file: Path) -> None:
    with Reader(file) as reader:
        reader.verify()
        assert reader.manifest.rows["kernel_jobschedule"] == 2
        assert "home/mail/1.eml" in reader.manifest.home_files
        assert not [name for name in reader.manifest.home_files if "sqlite3" in name or "static" in name]
    assert file.stat().st_mode & 0o077 == 0
    assert [path.name for path in file.parent.iterdir()] == ["backup.zip"]


def test_a_restored_network_is_the_same_and_can_be_backed_up_again(
    file: Path, tmp_path: Path, empty_database: dict[str, Any]
) -> None:
    home = tmp_path / "new"
    restored = facts(weefsel(home, "restore", str(file), "--json", **empty_database))
    assert (home / "mail" / "1.eml").read_text() == "Dear Marie,"
    assert (home / "mail" / "1.eml").stat().st_mode & 0o077 == 0
    again = facts(weefsel(home, "backup", str(tmp_path / "again.zip"), "--json", **empty_database))
    assert again["rows"] == restored["rows"]
    with Reader(file) as first, Reader(tmp_path / "again.zip") as second:
        assert first.manifest.rows == second.manifest.rows
        if connection.vendor == "postgresql":
            schedules = "database/kernel_jobschedule"
            assert first.manifest.sha256[schedules] == second.manifest.sha256[schedules]
    occupied = weefsel(home, "restore", str(file), **empty_database)
    assert (occupied.code, "is not empty" in occupied.err) == (1, True)


@pytest.mark.parametrize("harm", ["flipped", "shortened", "emptied", "no zip"])
def test_a_damaged_backup_is_refused_and_leaves_nothing(
    file: Path, tmp_path: Path, empty_database: dict[str, Any], harm: str
) -> None:
    content = bytearray(file.read_bytes())
    content[200] ^= 0xFF
    harmed = {"flipped": content, "shortened": content[:-500], "emptied": b"", "no zip": b"hello" * 99}
    file.write_bytes(bytes(harmed[harm]))
    ended = weefsel(tmp_path / "new", "restore", str(file), **empty_database)
    assert ended.code == 1
    assert "damaged" in ended.err
    assert "Traceback" not in ended.err
    assert not (tmp_path / "new").exists()


def test_an_archive_that_reaches_outside_its_home_is_refused(tmp_path: Path) -> None:
    evil = tmp_path / "evil.zip"
    manifest = {"format": 1, "database": connection.vendor, "sha256": {"home/../../evil": ""}}
    with zipfile.ZipFile(evil, "w") as made:
        made.writestr("home/../../evil", "x")
        made.writestr("manifest.json", json.dumps(manifest))
    with Reader(evil) as reader, pytest.raises(Invalid, match="outside the home"):
        reader.verify()
    assert not is_safe("/home/x")
    assert is_safe("home/mail/x")


def test_a_backup_never_overwrites_and_needs_a_folder(file: Path, tmp_path: Path) -> None:
    with pytest.raises(Conflict, match="exists already"):
        back_up(file)
    with pytest.raises(Invalid, match="does not exist"):
        back_up(tmp_path / "nowhere" / "x.zip")


def test_a_backup_that_fails_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: Reader) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Reader, "verify", full)
    with pytest.raises(OSError, match="No space"):
        back_up(tmp_path / "backup.zip")
    assert list(tmp_path.iterdir()) == []
