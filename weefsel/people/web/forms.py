"""Forms of stewards."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SyncForm(forms.Form):
    """A file from the HR system."""

    file = forms.FileField(
        label=_("The file (CSV)"),
        help_text=_("Its first line names the columns. Nothing is changed before you have seen what would change."),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv"}),
        error_messages={"required": _("Choose the file first.")},
    )
