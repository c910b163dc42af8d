"""Lines of the log: for people, or as JSON with the id of the request in each."""

import json
import logging
from datetime import UTC, datetime
from typing import Any

from weefsel.config.middleware import request_id_of_now

_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "request"}


class RequestId(logging.Filter):
    """Notes in each record which request it belongs to; a dash outside requests."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = request_id_of_now.get() or "-"
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
