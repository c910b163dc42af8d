"""The home of a network is its own, closed to others, and served once."""

import stat
from pathlib import Path

import pytest

from weefsel.config.home import clear, is_empty, is_filled, is_marked, make_home, mark, only_server_of
from weefsel.kernel.refusals import Conflict, Invalid


def test_a_home_and_its_key_are_closed_to_others_and_the_key_stays(tmp_path: Path) -> None:
    home = tmp_path / "deep" / "home"
    make_home(home)
    key = (home / "secret-key").read_text()
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert stat.S_IMODE((home / "secret-key").stat().st_mode) == 0o600
    assert len(key.strip()) > 50
    make_home(home)
    assert (home / "secret-key").read_text() == key
    assert not [path for path in home.iterdir() if path.name.startswith((".probe", "secret-key."))]


def test_a_home_that_is_a_file_or_may_not_be_written_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(Invalid, match="Set WEEFSEL_HOME to a folder"):
        make_home(file)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "write_text", refuse)
    with pytest.raises(Invalid, match="Read-only file system"):
        make_home(tmp_path / "home")


def test_a_second_server_is_told_who_has_the_home(tmp_path: Path) -> None:
    second = only_server_of(tmp_path)
    with only_server_of(tmp_path), pytest.raises(Conflict, match=r"served by process \d+"):
        second.__enter__()
    with only_server_of(tmp_path):
        assert (tmp_path / "server.lock").read_text().isdigit()


def test_a_mark_tells_a_demonstration_from_a_network(tmp_path: Path) -> None:
    assert is_empty(tmp_path)
    assert is_empty(tmp_path / "absent")
    assert not is_marked(tmp_path)
    mark(tmp_path)
    assert is_marked(tmp_path)
    assert not is_filled(tmp_path)
    assert not is_empty(tmp_path)
    mark(tmp_path, filled=True)
    assert is_filled(tmp_path)


def test_only_a_marked_home_is_cleared_and_the_server_keeps_its_lock(tmp_path: Path) -> None:
    (tmp_path / "weefsel.sqlite3").touch()
    with pytest.raises(Conflict, match="is left alone"):
        clear(tmp_path)
    assert (tmp_path / "weefsel.sqlite3").exists()
    mark(tmp_path, filled=True)
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "1.eml").touch()
    with only_server_of(tmp_path):
        clear(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["demonstration", "server.lock"]
