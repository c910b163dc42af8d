"""Forms of the importers' pages."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from weefsel.transfer.slack.archive import problem_of
from weefsel.transfer.terms import LARGEST_UPLOAD


class SlackForm(forms.Form):
    """A Slack export. What is none is refused here, before anything is kept."""

    file = forms.FileField(
        label=gettext_lazy("The zip file that Slack made"),
        help_text=gettext_lazy("Direct messages are left out. Running the same file again changes nothing."),
    )
    is_trial = forms.BooleanField(
        label=gettext_lazy("Only look: count what would come in, and change nothing"), required=False
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST_UPLOAD:
            raise forms.ValidationError(_("This file is too large for a page. Use “weefsel import slack” instead."))
        problem = problem_of(file)
        if problem:
            raise forms.ValidationError(problem)
        return file
