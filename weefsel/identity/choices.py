"""What one can choose of languages and time zones, as forms show it."""

import zoneinfo

LANGUAGE_NAMES = {"en": "English", "nl": "Nederlands"}


def zone_choices() -> list[tuple[str, str]]:
    """The zones of places, as people look for them: 'Europe/Brussels' reads 'Europe, Brussels'."""
    names = sorted(name for name in zoneinfo.available_timezones() if "/" in name and not name.startswith("Etc/"))
    return [("UTC", "UTC"), *((name, name.replace("/", ", ").replace("_", " ")) for name in names)]
