"""An export that was handed in is closed to others, and gone when it has been brought in."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from pytest_django import Settings

from weefsel.kernel import clock
from weefsel.kernel.actor import Power, acting_job
from weefsel.kernel.refusals import Invalid
from weefsel.people.models import Network
from weefsel.people.testing import home_organisation
from weefsel.transfer import uploads
from weefsel.transfer.commands.run_import import run_import
from weefsel.transfer.commands.start_import import start_import
from weefsel.transfer.models import ImportRun

pytestmark = pytest.mark.django_db

EXPORT = Path(settings.PACKAGE).parent / "tests/data/slack/testarchive.zip"
IMPORTER = acting_job(Power.IMPORT)


@pytest.fixture(autouse=True)
def _network(settings: Settings, tmp_path: Path) -> None:
    settings.HOME = tmp_path
    Network.objects.create(name="Lindewever")
    home_organisation()


def handed_in(content: bytes) -> Path:
    return uploads.keep([content[:1000], content[1000:]])


def test_nobody_else_may_read_what_was_handed_in() -> None:
    path = handed_in(EXPORT.read_bytes())
    assert path.read_bytes() == EXPORT.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_what_was_brought_in_is_deleted() -> None:
    path = handed_in(EXPORT.read_bytes())
    run_import(IMPORTER, run_id=start_import(IMPORTER, kind="slack", file_name="a.zip", path=path))
    assert not path.exists()


def test_what_was_refused_is_deleted() -> None:
    path = handed_in(b"no zip")
    run_id = start_import(IMPORTER, kind="slack", file_name="a.zip", path=path)
    with pytest.raises(Invalid):
        run_import(IMPORTER, run_id=run_id)
    assert not path.exists()
    assert ImportRun.objects.get(pk=run_id).state == "refused"


def test_a_file_that_a_command_named_stays(tmp_path: Path) -> None:
    own = tmp_path / "export.zip"
    own.write_bytes(EXPORT.read_bytes())
    run_import(IMPORTER, run_id=start_import(IMPORTER, kind="slack", file_name="export.zip", path=own))
    assert own.exists()


def test_what_a_fault_left_behind_goes_after_a_week() -> None:
    old, new = handed_in(b"old"), handed_in(b"new")
    long_ago = (clock.now() - timedelta(days=8)).timestamp()
    os.utime(old, (long_ago, long_ago))
    assert uploads.forget_old() == 1
    assert (old.exists(), new.exists()) == (False, True)
