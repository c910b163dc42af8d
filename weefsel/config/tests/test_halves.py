"""On PostgreSQL pages and jobs may run in processes of their own; a killed worker's jobs go to the next one."""

import json
import signal
import urllib.error
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from weefsel.config.tests.commands import get, running, serving, until_ended, weefsel

pytestmark = pytest.mark.django_db(transaction=True)


def test_pages_are_ready_once_a_worker_works(tmp_path: Path, port: int, empty_database: dict[str, Any]) -> None:
    if connection.vendor == "sqlite":  # there both are refused
        assert weefsel(tmp_path, "web").code == weefsel(tmp_path, "worker").code == 1
        return
    home = tmp_path / "home"
    assert "There is no network" in weefsel(home, "worker", **empty_database).err
    with serving(home, port, "web", **empty_database):
        with pytest.raises(urllib.error.HTTPError, match="503"):
            get(port, "/health/ready")
        with running(home, "worker", said="Working on jobs", **empty_database) as worker:
            assert json.loads(get(port, "/health/ready")[1])["jobs"] == "ok"
            worker.send_signal(signal.SIGTERM)
            code, seconds = until_ended(worker)
        assert (code, seconds < 2) == (0, True)
        with pytest.raises(urllib.error.HTTPError, match="503"):
            get(port, "/health/ready")
