from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.messages import success
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest
from django.template import engines
from django.test import RequestFactory

from weefsel.ui.kept import kept_page, kept_part, slot


@pytest.fixture(autouse=True)
def _templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A template of one's own beside those of the product."""
    (tmp_path / "kept.html").write_text("{# Takes: heading, words. #}<h1>{{ heading }}</h1>{{ words }}")
    (tmp_path / "kept_page.html").write_text(
        '{# Takes: heading, words. #}{% extends "ui/page.html" %}'
        "{% block main %}<h1>{{ heading }}</h1>{{ words }}{% endblock %}"
    )
    engine = engines["django"].engine  # type: ignore[attr-defined]
    loaders = [("django.template.loaders.filesystem.Loader", [str(tmp_path)]), *engine.loaders]
    monkeypatch.setattr(engine, "loaders", loaders)
    engine.__dict__.pop("template_loaders", None)
    yield
    engine.__dict__.pop("template_loaders", None)


@pytest.fixture
def request_of_a_stranger(db: None) -> HttpRequest:
    request = RequestFactory().get("/")
    request._messages = CookieStorage(request)  # type: ignore[attr-defined]
    return request


def test_what_is_filled_in_is_escaped_unless_it_is_finished() -> None:
    part = kept_part("kept.html", {"heading": "One"}, {"words": "<b>"})
    assert part == b"<h1>One</h1>&lt;b&gt;"
    assert kept_part("kept.html", {"heading": "One"}, {"words": b"<b>"}) == b"<h1>One</h1><b>"


def test_another_fact_is_another_part_and_a_slot_may_stand_in_one() -> None:
    assert kept_part("kept.html", {"heading": "Two"}, {"words": ""}) == b"<h1>Two</h1>"
    part = kept_part("kept.html", {"heading": slot("name")}, {"words": "", "name": "Ann"})
    assert part == b"<h1>Ann</h1>"


def test_a_page_has_its_frame_and_the_token_of_this_request(request_of_a_stranger: HttpRequest) -> None:
    for words in ("first", "second"):
        page = kept_page(request_of_a_stranger, "kept_page.html", {"heading": "One"}, {"words": words})
        assert f"<h1>One</h1>{words}" in page.content.decode()
        assert "\x1d" not in page.content.decode()


def test_a_message_is_shown_once_and_not_kept(request_of_a_stranger: HttpRequest) -> None:
    success(request_of_a_stranger, "It was done.")
    assert (
        b"It was done." in kept_page(request_of_a_stranger, "kept_page.html", {"heading": "M"}, {"words": b""}).content
    )
    later = RequestFactory().get("/")
    later._messages = CookieStorage(later)  # type: ignore[attr-defined]
    assert b"It was done." not in kept_page(later, "kept_page.html", {"heading": "M"}, {"words": b""}).content
