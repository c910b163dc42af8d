"""Lines of the log: for people, or as JSON with the id of the request in each."""

import json
import logging
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest

from weefsel.config.middleware import request_id_of_now

_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "request"}


class RequestId(logging.Filter):
    """Notes in each record which request it belongs to (a dash outside requests), by route and never by address.

    An address can hold a sign-in link, or what somebody searched for.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = request_id_of_now.get() or "-"
        request = getattr(record, "request", None)
        if isinstance(request, HttpRequest) and isinstance(record.args, tuple):
            route = request.resolver_match.route if request.resolver_match else "an unknown address"
            record.args = tuple(route if value == request.path else value for value in record.args)
        return True


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time, level, logger, message, request id, what came as ``extra``, a fault's trace."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, tz=UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= {name: value for name, value in vars(record).items() if name not in _OWN}
        if record.exc_info:
            line["fault"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)
