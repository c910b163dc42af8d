"""Times in words that stay true: absolute, in the reader's zone."""

from datetime import UTC, date, datetime, timedelta

from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

_DAYS_WITH_A_NAME = 6


def clock_text(moment: datetime) -> str:
    """Hours and minutes in the zone that is active: 08:12."""
    return timezone.localtime(moment).strftime("%H:%M")


def day_text(day: date, today: date) -> str:
    """Today, yesterday, the day's name within the last week, the date before that; the year only when it is another."""
    if day == today:
        return pgettext("a day", "today")
    if day == today - timedelta(days=1):
        return pgettext("a day", "yesterday")
    if today - timedelta(days=_DAYS_WITH_A_NAME) <= day < today:
        return formats.date_format(day, "l")
    if day.year == today.year:
        return formats.date_format(day, pgettext("format of a day without year", "j F"))
    return formats.date_format(day, pgettext("format of a day", "j F Y"))


def time_text(moment: datetime, now: datetime | None = None) -> str:
    """Say "today, 08:12", "Tuesday, 17:30", "3 March, 09:00"; in another year the date alone."""
    today = timezone.localtime(now or timezone.now()).date()
    day = timezone.localtime(moment).date()
    if day.year != today.year and abs((today - day).days) > _DAYS_WITH_A_NAME:
        return day_text(day, today)
    return _("%(day)s, %(time)s") % {"day": day_text(day, today), "time": clock_text(moment)}


def pure_time_text(moment: datetime) -> str:
    """The same moment for everybody, whoever reads and whenever: "11 June 2026, 06:12 UTC"."""
    there = moment.astimezone(UTC)
    day = formats.date_format(there.date(), pgettext("format of a day", "j F Y"))
    return _("%(day)s, %(time)s UTC") % {"day": day, "time": there.strftime("%H:%M")}


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def time(value: datetime, *, pure: bool = False) -> SafeString:
    """A moment as ``<time>``. ``pure`` is for cached fragments: it depends on neither reader nor clock.

    A pure one is read in UTC without JavaScript; ``times.js`` says it in the reader's own zone.
    """
    if pure:
        return format_html('<time datetime="{}" data-local>{}</time>', _stamp(value), pure_time_text(value))
    return format_html('<time datetime="{}">{}</time>', _stamp(value), time_text(value))


def day(value: date | datetime) -> SafeString:
    """A day as ``<time>``: "12 March 2025"."""
    on = timezone.localtime(value).date() if isinstance(value, datetime) else value
    text = formats.date_format(on, pgettext("format of a day", "j F Y"))
    return format_html('<time datetime="{}">{}</time>', on.isoformat(), text)
