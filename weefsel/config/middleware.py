"""What surrounds every request at the entry."""

import logging
import re
import secrets
import time
from collections.abc import Callable
from contextvars import ContextVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse

request_id_of_now: ContextVar[str] = ContextVar("request_id", default="")

_WELL_FORMED = re.compile(r"[A-Za-z0-9_-]{8,64}")

log = logging.getLogger("weefsel.requests")

Answer = Callable[[HttpRequest], HttpResponse]


def request_id(get_response: Answer) -> Answer:
    """Give each request an id (a proxy's own if it is well formed), for logs and for whoever reports a fault."""

    def answer(request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-Id", "")
        identifier = given if _WELL_FORMED.fullmatch(given) else secrets.token_hex(8)
        token = request_id_of_now.set(identifier)
        began = time.perf_counter()
        try:
            response = get_response(request)
            if is_logging_requests():
                _log(request, response, time.perf_counter() - began)
        finally:
            request_id_of_now.reset(token)
        response["X-Request-Id"] = identifier
        return response

    return answer


def is_logging_requests() -> bool:
    return bool(settings.ENVIRONMENT.log_requests)


def _log(request: HttpRequest, response: HttpResponse, seconds: float) -> None:
    """By route, never by address: an address can hold a sign-in link or what somebody searched for."""
    route = request.resolver_match.route if request.resolver_match else "-"
    extra = {"milliseconds": round(seconds * 1000, 1)}
    log.info("%s %s %s", request.method, route, response.status_code, extra=extra)
