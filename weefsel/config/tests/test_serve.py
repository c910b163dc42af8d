"""``weefsel serve`` from the outside: it starts, answers, refuses in sentences, and ends quickly."""

import json
import signal
import socket
from pathlib import Path
from typing import Any

import pytest

from weefsel.config.home import mark
from weefsel.config.tests.commands import get, serving, until_ended, weefsel


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("network") / "home"


def one_sentence(text: str) -> bool:
    return "Traceback" not in text and len(text.strip().splitlines()) == 1


def test_it_serves_a_new_home_and_ends_within_two_seconds(home: Path, port: int) -> None:
    with serving(home, port) as process:
        status, body = get(port, "/health/ready")
        assert (status, json.loads(body)["status"]) == (200, "ready")
        assert get(port, "/health/live")[0] == 200
        process.send_signal(signal.SIGTERM)
        code, seconds = until_ended(process)
    assert code == 0
    assert seconds < 2


def test_a_second_server_on_the_same_home_is_refused(home: Path, port: int) -> None:
    with serving(home, port) as process:
        second = weefsel(home, "serve")
        assert second.code == 1
        assert f"already served by process {process.pid}" in second.err
        assert one_sentence(second.err)


def test_a_server_that_was_killed_does_not_hold_its_home(home: Path, port: int) -> None:
    with serving(home, port) as process:
        process.kill()
        process.wait()
    with serving(home, port):
        assert get(port, "/health/live")[0] == 200


def test_a_taken_port_is_said(home: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ended = weefsel(home, "serve", "--port", str(taken.getsockname()[1]))
    assert ended.code == 1
    assert "is taken by another program. Name another one with --port." in ended.err


def test_a_damaged_database_is_said(tmp_path: Path, port: int) -> None:
    (tmp_path / "weefsel.sqlite3").write_bytes(b"no database " * 1000)
    ended = weefsel(tmp_path, "serve", "--port", str(port))
    assert ended.code == 1
    assert "The database file is damaged" in ended.err
    assert one_sentence(ended.err)


def test_a_full_disk_is_said(tmp_path: Path, port: int) -> None:
    ended = weefsel(tmp_path, "serve", "--port", str(port), largest_file=100_000)
    assert ended.code == 1
    assert "disk" in ended.err
    assert one_sentence(ended.err)


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("WEEFSEL_THREADS", "none", "from 1 to 64"),
        ("WEEFSEL_LOG_FORMAT", "xml", "text or json"),
        ("WEEFSEL_COLOUR", "red", "is not a setting of Weefsel"),
        ("WEEFSEL_DATABASE_URL", "mysql://x", "postgres://"),
    ],
)
def test_a_wrong_setting_is_refused_with_the_allowed_ones(tmp_path: Path, setting: str, value: str, said: str) -> None:
    given: dict[str, Any] = {setting: value}
    ended = weefsel(tmp_path, "serve", **given)
    assert ended.code == 1
    assert said in ended.err
    assert one_sentence(ended.err)


def test_the_two_halves_need_postgresql(tmp_path: Path) -> None:
    for command in ("worker", "web"):
        ended = weefsel(tmp_path, command)
        assert ended.code == 1
        assert "needs PostgreSQL" in ended.err


def test_serving_beyond_this_machine_needs_an_address(tmp_path: Path) -> None:
    ended = weefsel(tmp_path, "serve", "--host", "0.0.0.0")  # noqa: S104 - is refused
    assert ended.code == 1
    assert "set WEEFSEL_BASE_URL" in ended.err


def test_a_demonstration_is_never_served_to_others(tmp_path: Path) -> None:
    mark(tmp_path)
    ended = weefsel(tmp_path, "serve", "--host", "0.0.0.0", WEEFSEL_BASE_URL="http://weefsel.local")  # noqa: S104
    assert ended.code == 1
    assert "served to this machine alone" in ended.err


def test_wrong_usage_is_told_apart_from_refusals(tmp_path: Path) -> None:
    assert weefsel(tmp_path, "serve", "--port", "many").code == 2
    assert weefsel(tmp_path, "weave").code == 2
    assert weefsel(tmp_path, "--help").code == 0
