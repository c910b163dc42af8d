"""``weefsel init`` makes a network without a question, and its steward comes in by the link that it prints."""

import http.cookiejar
import json
import re
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from weefsel.config.cli.init import zone_of_this_machine
from weefsel.config.tests.commands import get, serving, weefsel

GIVEN = ("--name", "Lindewever", "--steward-email", "tom.maes@lindewever.example", "--yes")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("network") / "home"
    ended = weefsel(made, "init", *GIVEN, "--language", "nl", "--home-domain", "lindewever.example", "--json")
    assert ended.code == 0, ended.err
    facts: dict[str, Any] = json.loads(ended.out)
    assert facts["name"] == "Lindewever"
    assert re.fullmatch(r"http://localhost:8000/sign-in/link/[\w-]+/", facts["url"])
    return made


def come_in(url: str) -> str:
    """Follow a link as a browser would; the body of the page where it ends."""
    jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    with urllib.request.build_opener(jar).open(url, timeout=10) as answer:
        return str(answer.read().decode())


def test_a_link_leads_to_where_the_network_is_served_and_works_once(home: Path, port: int) -> None:
    with serving(home, port):
        url = json.loads(weefsel(home, "sign-in-link", "Tom.Maes@lindewever.example", "--json").out)["url"]
        assert url.startswith(f"http://localhost:{port}/sign-in/link/")
        assert "Tom Maes" in come_in(url)
        with pytest.raises(urllib.error.HTTPError, match="410"):
            get(port, url.removeprefix(f"http://localhost:{port}"))


def test_nobody_unknown_gets_a_link(home: Path) -> None:
    ended = weefsel(home, "sign-in-link", "nobody@lindewever.example")
    assert ended.code == 1
    assert "Nobody with the e-mail address nobody@lindewever.example may come in" in ended.err
    assert ended.out == ""


def test_a_second_network_in_the_same_home_is_refused(home: Path) -> None:
    ended = weefsel(home, "init", *GIVEN)
    assert ended.code == 1
    assert "set up already" in ended.err


def test_without_a_terminal_what_is_missing_is_wrong_usage(tmp_path: Path) -> None:
    assert weefsel(tmp_path, "init", "--yes").code == 2
    ended = weefsel(tmp_path, "init", "--name", "Lindewever")
    assert ended.code == 2
    assert "--steward-email" in ended.err


def test_what_cannot_be_taken_is_said_and_leaves_no_network(tmp_path: Path) -> None:
    ended = weefsel(tmp_path, "init", *GIVEN, "--language", "tlh", "--home-domain", "not a domain")
    assert ended.code == 1
    assert "Choose one of the languages." in ended.err
    assert "Write the part behind the @" in ended.err
    assert "Traceback" not in ended.err
    assert weefsel(tmp_path, "init", *GIVEN).code == 0


def test_a_command_without_a_network_says_how_to_make_one(tmp_path: Path) -> None:
    ended = weefsel(tmp_path, "sign-in-link", "tom.maes@lindewever.example")
    assert ended.code == 1
    assert "Make it with `weefsel init`" in ended.err


def test_this_machine_has_a_time_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Brussels")
    assert zone_of_this_machine() == "Europe/Brussels"
    monkeypatch.setenv("TZ", "Nowhere/None")
    assert zone_of_this_machine() != "Nowhere/None"
