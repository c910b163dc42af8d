"""Lines of the log name their request, and can be read by a program."""

import json
import logging

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from weefsel.config.logs import JsonFormatter, RequestId
from weefsel.config.middleware import request_id


def record(message: str, **extra: object) -> logging.LogRecord:
    return logging.makeLogRecord({"name": "weefsel", "levelname": "INFO", "msg": message, **extra})


def test_a_line_is_one_json_object_with_what_was_given() -> None:
    made = record("Two\nlines “here”", status=200)
    RequestId().filter(made)
    line = JsonFormatter().format(made)
    assert "\n" not in line
    assert json.loads(line) | {"time": ""} == {
        "time": "",
        "level": "info",
        "logger": "weefsel",
        "message": "Two\nlines “here”",
        "request_id": "-",
        "status": 200,
    }


def test_a_line_written_during_a_request_carries_its_id(rf: RequestFactory) -> None:
    seen = []

    def page(_: HttpRequest) -> HttpResponse:
        made = record("inside")
        RequestId().filter(made)
        seen.append(json.loads(JsonFormatter().format(made))["request_id"])
        return HttpResponse()

    answer = request_id(page)(rf.get("/", headers={"X-Request-Id": "proxy-said-7"}))
    assert seen == ["proxy-said-7"]
    assert answer["X-Request-Id"] == "proxy-said-7"


def test_a_fault_is_logged_by_route_alone(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(record.getMessage())

    kept = Keep()
    kept.addFilter(RequestId())
    logging.getLogger("django.request").addHandler(kept)
    monkeypatch.setattr("weefsel.config.health.views.readiness", lambda: 1 / 0)
    client.raise_request_exception = False
    assert client.get("/health/ready").status_code == 500
    logging.getLogger("django.request").removeHandler(kept)
    assert lines == ["Internal Server Error: health/ready"]


def test_an_ill_formed_id_is_replaced(rf: RequestFactory) -> None:
    answer = request_id(lambda _: HttpResponse())(rf.get("/", headers={"X-Request-Id": "a b\tc"}))
    assert len(answer["X-Request-Id"]) == 16


def test_requests_are_logged_on_wish_by_their_route_alone(
    client: Client, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.INFO, logger="weefsel.requests")
    client.get("/health/live?token=secret")
    assert caplog.records == []
    monkeypatch.setattr("weefsel.config.middleware.is_logging_requests", lambda: True)
    client.get("/health/live?token=secret")
    (line,) = caplog.records
    assert line.getMessage() == "GET health/live 200"
    assert vars(line)["milliseconds"] >= 0
