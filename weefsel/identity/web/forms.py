"""Forms of one's own settings."""

import zoneinfo

from django import forms
from django.utils.translation import gettext_lazy as _

from weefsel.identity.terms import LANGUAGES, THEMES

LANGUAGE_NAMES = {"en": "English", "nl": "Nederlands"}
THEME_NAMES = {"system": _("As the device"), "light": _("Light"), "dark": _("Dark")}


def zone_choices() -> list[tuple[str, str]]:
    """The zones of places, as people look for them: 'Europe/Brussels' reads 'Europe, Brussels'."""
    names = sorted(name for name in zoneinfo.available_timezones() if "/" in name and not name.startswith("Etc/"))
    return [("UTC", "UTC"), *((name, name.replace("/", ", ").replace("_", " ")) for name in names)]


class PreferencesForm(forms.Form):
    """In which language, time zone and light one reads."""

    language = forms.ChoiceField(
        label=_("Language"),
        help_text=_("Of the pages and of letters to you. What people write stays in their own."),
        choices=[(code, LANGUAGE_NAMES[code]) for code in LANGUAGES],
    )
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=zone_choices)
    theme = forms.ChoiceField(
        label=_("Light"), choices=[(code, THEME_NAMES[code]) for code in THEMES], widget=forms.RadioSelect
    )
