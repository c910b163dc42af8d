"""The files of the demonstration: their moments lie relative to today, in the time of Brussels."""

import csv
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

DATA = Path(__file__).parent / "data"
ZONE = ZoneInfo("Europe/Brussels")
SOURCE = "demo"

_MOMENT = re.compile(r"([+-])(\d+)d(?: (\d\d):(\d\d))?")


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def load(name: str) -> list[dict[str, Any]]:
    # The C loader reads these files ten times faster; where it was not built, the other one says the same.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with (DATA / name).open(encoding="utf-8") as file:
        found: list[dict[str, Any]] = yaml.load(file, Loader=loader)  # noqa: S506 - a safe loader
        return found


class Calendar:
    """Moments such as ``-12d 09:40`` as times, counted from one day."""

    def __init__(self, today: date) -> None:
        self.today = today

    def moment(self, text: str) -> datetime:
        day, hour, minute = self._parts(text)
        local = datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)
        return local.astimezone(UTC)

    def day(self, text: str) -> date:
        return self._parts(text)[0]

    def _parts(self, text: str) -> tuple[date, int, int]:
        found = _MOMENT.fullmatch(str(text))
        if found is None:
            raise ValueError(f"{text!r} is not a moment such as '-12d 09:40'.")
        days = int(found[2]) * (1 if found[1] == "+" else -1)
        return self.today + timedelta(days=days), int(found[3] or 0), int(found[4] or 0)
