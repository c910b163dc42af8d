"""The clock, in one place, so that tests and imports can hold it."""

from datetime import UTC, datetime

from django.utils import timezone


def now() -> datetime:
    return timezone.now()


def from_milliseconds(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, tz=UTC)


def to_milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
