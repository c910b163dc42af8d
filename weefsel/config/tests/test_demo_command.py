"""``weefsel demo``: one command, a living network; it touches no home that is not its own."""

import json
import signal
import time
from pathlib import Path
from typing import Any

import pytest

from weefsel.config.home import mark
from weefsel.config.tests.commands import get, serving, until_ended, weefsel


def test_it_fills_serves_starts_again_quickly_and_begins_anew_on_wish(tmp_path: Path, port: int) -> None:
    home = tmp_path / "demo"
    with serving(home, port, "demo") as process:
        assert get(port, "/health/ready")[0] == 200
        assert b"Marie" in get(port, "/sign-in/")[1]
        backup = weefsel(home, "backup", str(tmp_path / "backup.zip"), "--json")
        assert (backup.code, json.loads(backup.out)["rows"] > 1000) == (0, True)
        process.send_signal(signal.SIGTERM)
        assert until_ended(process)[0] == 0
    (home / "left-behind").touch()
    began = time.monotonic()
    with serving(home, port, "demo"):
        assert time.monotonic() - began < 5
        assert (home / "left-behind").exists()
    with serving(home, port, "demo", "--fresh"):
        assert not (home / "left-behind").exists()
        assert b"Marie" in get(port, "/sign-in/")[1]


@pytest.mark.parametrize("how", [(), ("--fresh",)])
def test_a_home_that_is_no_demonstration_is_left_alone(tmp_path: Path, how: tuple[str, ...]) -> None:
    (tmp_path / "weefsel.sqlite3").write_bytes(b"precious")
    ended = weefsel(tmp_path, "demo", *how)
    assert ended.code == 1
    assert "is no demonstration, and is left alone" in ended.err
    assert (tmp_path / "weefsel.sqlite3").read_bytes() == b"precious"
    assert [path.name for path in tmp_path.iterdir()] == ["weefsel.sqlite3"]


def test_it_keeps_its_database_in_its_home(tmp_path: Path) -> None:
    settings: dict[str, Any] = {"WEEFSEL_DATABASE_URL": "postgres://localhost/real"}
    mark(tmp_path)
    ended = weefsel(tmp_path, "demo", **settings)
    assert ended.code == 1
    assert "unset WEEFSEL_DATABASE_URL" in ended.err
