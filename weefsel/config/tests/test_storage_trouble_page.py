"""A full disk or a busy database is a page with a sentence, like any other refusal."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client

from weefsel.config.health import views
from weefsel.kernel.sqlite.errors import StorageTrouble, trouble_of


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fault", "status", "sentence"),
    [
        ("database or disk is full", 507, "The disk is full, so nothing was saved."),
        ("attempt to write a readonly database", 503, "The database may not be written."),
        ("database is locked", 503, "Try again in a moment."),
    ],
)
def test_it_says_what_to_do(
    client: Client, monkeypatch: pytest.MonkeyPatch, fault: str, status: int, sentence: str
) -> None:
    def trouble(_: HttpRequest) -> HttpResponse:
        found = trouble_of(Exception(fault))
        assert isinstance(found, StorageTrouble)
        raise found

    monkeypatch.setattr(views, "readiness", lambda: trouble(HttpRequest()))
    answer = client.get("/health/ready")
    assert answer.status_code == status
    assert sentence in answer.content.decode()
    assert "Traceback" not in answer.content.decode()
