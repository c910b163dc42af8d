from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone, translation

from weefsel.ui.components import time as times

NOW = datetime(2026, 6, 11, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2026, 6, 11, 6, 12, tzinfo=UTC), "today, 08:12"),
        (datetime(2026, 6, 10, 21, 59, tzinfo=UTC), "yesterday, 23:59"),
        (datetime(2026, 6, 10, 22, 30, tzinfo=UTC), "today, 00:30"),
        (datetime(2026, 6, 9, 15, 30, tzinfo=UTC), "Tuesday, 17:30"),
        (datetime(2026, 6, 5, 15, 30, tzinfo=UTC), "Friday, 17:30"),
        (datetime(2026, 6, 4, 15, 30, tzinfo=UTC), "4 June, 17:30"),
        (datetime(2025, 3, 12, 15, 30, tzinfo=UTC), "12 March 2025"),
        (datetime(2026, 6, 12, 6, 0, tzinfo=UTC), "12 June, 08:00"),
    ],
)
def test_a_time_is_said_in_the_readers_zone(moment: datetime, text: str) -> None:
    with timezone.override(ZoneInfo("Europe/Brussels")), translation.override("en"):
        assert times.time_text(moment, NOW) == text


def test_last_week_keeps_its_day_over_the_turn_of_the_year() -> None:
    with timezone.override(UTC), translation.override("en"):
        new_year = datetime(2026, 1, 2, 10, 0, tzinfo=UTC)
        assert times.time_text(datetime(2025, 12, 30, 9, 0, tzinfo=UTC), new_year) == "Tuesday, 09:00"


def test_days_are_named_in_the_readers_language() -> None:
    with timezone.override(UTC), translation.override("nl"):
        assert times.day_text(date(2026, 6, 9), date(2026, 6, 11)) == "dinsdag"


def test_a_pure_time_depends_on_neither_reader_nor_clock() -> None:
    moment = datetime(2026, 6, 11, 6, 12, tzinfo=UTC)
    seen = set()
    for zone, now in (("Europe/Brussels", NOW), ("Asia/Tokyo", datetime(2030, 1, 1, tzinfo=UTC))):
        with timezone.override(ZoneInfo(zone)), translation.override("en"), time_machine.travel(now, tick=False):
            seen.add(str(times.time(moment, pure=True)))

    assert seen == {'<time datetime="2026-06-11T06:12:00Z" data-local>11 June 2026, 06:12 UTC</time>'}


@time_machine.travel(NOW, tick=False)
def test_a_time_carries_its_moment_for_machines() -> None:
    with timezone.override(ZoneInfo("Europe/Brussels")), translation.override("en"):
        html = times.time(datetime(2026, 6, 11, 6, 12, tzinfo=UTC))
        assert html == '<time datetime="2026-06-11T06:12:00Z">today, 08:12</time>'


def test_a_day_is_said_with_its_year() -> None:
    with timezone.override(ZoneInfo("Europe/Brussels")), translation.override("en"):
        assert (
            times.day(datetime(2025, 3, 11, 23, 30, tzinfo=UTC)) == '<time datetime="2025-03-12">12 March 2025</time>'
        )
