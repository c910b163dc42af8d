"""Forms of one's own settings."""

from django import forms
from django.utils.translation import gettext_lazy as _

from weefsel.identity.choices import LANGUAGE_NAMES, zone_choices
from weefsel.identity.terms import LANGUAGES, THEMES

THEME_NAMES = {"system": _("As the device"), "light": _("Light"), "dark": _("Dark")}


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
