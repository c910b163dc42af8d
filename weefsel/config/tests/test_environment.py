"""Every setting is read once, typed, and refused with the allowed values when it is wrong."""

import os
from pathlib import Path

import pytest

from weefsel.config.environment import Environment, WrongSetting, home_folder, read_environment, secret_key


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("WEEFSEL_")]:
        monkeypatch.delenv(name)


def test_nothing_needs_to_be_set() -> None:
    assert read_environment() == Environment()


def test_settings_are_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEEFSEL_THREADS", "8")
    monkeypatch.setenv("WEEFSEL_DEBUG", "True")
    monkeypatch.setenv("WEEFSEL_LOG_FORMAT", "json")
    found = read_environment()
    assert (found.threads, found.debug, found.log_format) == (8, True, "json")


def test_a_setting_may_stand_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "url").write_text("postgres://u:p@host/db\n")
    monkeypatch.setenv("WEEFSEL_DATABASE_URL_FILE", str(tmp_path / "url"))
    assert read_environment().database_url == "postgres://u:p@host/db"
    monkeypatch.setenv("WEEFSEL_DATABASE_URL_FILE", str(tmp_path / "absent"))
    with pytest.raises(WrongSetting, match="cannot be read"):
        read_environment()


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("COLOUR", "red", "WEEFSEL_COLOUR is not a setting of Weefsel. The settings are: WEEFSEL_BASE_URL"),
        ("THREADS", "0", "a whole number from 1 to 64"),
        ("THREADS", "many", "a whole number from 1 to 64"),
        ("UPLOAD_MEGABYTES", "-1", "a whole number from 1 to 4096"),
        ("DEBUG", "yes", "true or false"),
        ("LOG_LEVEL", "loud", "debug or info or warning or error"),
        ("DATABASE_URL", "mysql://host/db", "postgres://"),
        ("CACHE_URL", "memcached://host", "redis://"),
        ("EMAIL_URL", "host", "smtp://"),
        ("BASE_URL", "weefsel.example", "http://… or https://…"),
        ("BASE_URL", "https://", "must name a host"),
        ("BASE_URL", "https://example.org/weefsel", "nothing after it"),
    ],
)
def test_a_wrong_value_is_refused_with_the_allowed_ones(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(f"WEEFSEL_{name}", value)
    with pytest.raises(WrongSetting) as refusal:
        read_environment()
    assert said in str(refusal.value)


def test_the_key_is_the_one_that_is_set_or_the_one_of_the_home(tmp_path: Path) -> None:
    assert secret_key(Environment(secret_key="given")) == "given"
    (tmp_path / "secret-key").write_text("kept\n")
    assert secret_key(Environment(home=str(tmp_path))) == "kept"
    assert len(secret_key(Environment(home=str(tmp_path / "absent")))) > 50


def test_a_home_is_named_or_lies_in_the_checkout(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert home_folder(Environment(home=str(tmp_path))) == tmp_path
    assert home_folder(Environment()).name == "var"
    monkeypatch.setattr("weefsel.config.environment.CHECKOUT", tmp_path)
    with pytest.raises(WrongSetting, match="WEEFSEL_HOME is not set"):
        home_folder(Environment())
