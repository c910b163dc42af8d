"""What surrounds every request at the entry."""

import re
import secrets
from collections.abc import Callable
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponse

request_id_of_now: ContextVar[str] = ContextVar("request_id", default="")

_WELL_FORMED = re.compile(r"[A-Za-z0-9_-]{8,64}")

Answer = Callable[[HttpRequest], HttpResponse]


def request_id(get_response: Answer) -> Answer:
    """Give each request an id (a proxy's own if it is well formed), for logs and for whoever reports a fault."""

    def answer(request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-Id", "")
        identifier = given if _WELL_FORMED.fullmatch(given) else secrets.token_hex(8)
        token = request_id_of_now.set(identifier)
        try:
            response = get_response(request)
        finally:
            request_id_of_now.reset(token)
        response["X-Request-Id"] = identifier
        return response

    return answer
