"""Forms of a person's page."""

from django import forms
from django.utils.translation import gettext_lazy as _

from weefsel.people.terms import ASK_ME_MAX, OWN_WORDS_MAX

_TOPIC_FIELD_MAX = 2_000


def topics_in(text: str) -> list[str]:
    """Topics as people write them: one a line, or with commas between."""
    return [topic.strip() for line in text.splitlines() for topic in line.split(",") if topic.strip()]


class ProfileForm(forms.Form):
    """What is one's own on a profile."""

    own_words = forms.CharField(
        label=_("In your own words"),
        help_text=_("What you do, how you like to work, what you are proud of. Everybody inside can read it."),
        required=False,
        max_length=OWN_WORDS_MAX,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    topics = forms.CharField(
        label=_("What you may be asked about"),
        help_text=_("At most %(most)s topics, with commas between them.") % {"most": ASK_ME_MAX},
        required=False,
        max_length=_TOPIC_FIELD_MAX,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class LinkForm(forms.Form):
    """For whom a placeholder stands."""

    person = forms.CharField(
        label=_("E-mail address or handle of the person"),
        help_text=_("What the placeholder wrote stays its own, so this can be undone."),
        max_length=254,
    )
