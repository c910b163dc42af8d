"""What people fill in about a community, and how a refusal stands beside it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from weefsel.communities.terms import (
    CHARTER_MAX,
    INVITATION_LASTS,
    INVITATION_USES_MAX,
    NAME_MAX,
    PURPOSE_MAX,
    REQUEST_MAX,
    CommunityKind,
)
from weefsel.kernel.refusals import Refusal

_MOST_DIGITS = 18

KINDS = [
    (CommunityKind.OPEN, _("Open: all colleagues read it, and join by themselves")),
    (CommunityKind.ON_REQUEST, _("On request: all colleagues read it, and ask to join")),
    (CommunityKind.INVITE_ONLY, _("Invite-only: members read it; colleagues know that it exists")),
    (CommunityKind.HIDDEN, _("Hidden: members read it; for everybody else it does not exist")),
]
LANGUAGES = [("en", _("English")), ("nl", _("Dutch")), ("fr", _("French")), ("de", _("German"))]


class ChangeForm(forms.Form):
    """Name, purpose, kind and language."""

    name = forms.CharField(label=_("Name"), max_length=NAME_MAX)
    purpose = forms.CharField(
        label=_("What it is for"),
        help_text=_("One sentence that tells a newcomer what belongs here."),
        max_length=PURPOSE_MAX,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "data-grow": True}),
    )
    kind = forms.ChoiceField(label=_("Who reads it and who joins"), choices=KINDS, widget=forms.RadioSelect)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)


class OpenForm(ChangeForm):
    """The same for a new one, with its first charter."""

    charter = forms.CharField(
        label=_("Charter"),
        help_text=_("How we treat each other here. Three sentences that you would tell a newcomer are plenty."),
        max_length=CHARTER_MAX,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "data-grow": True}),
    )


class CharterForm(forms.Form):
    """The next version of the charter; ``based_on`` is the one it was written over."""

    text = forms.CharField(
        label=_("Charter"),
        help_text=_("One rule a line. Three sentences that you would tell a newcomer are plenty."),
        max_length=CHARTER_MAX,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "data-grow": True}),
    )
    rules_of_engagement = forms.CharField(
        label=_("Rules of engagement"),
        help_text=_("Every member accepts them before taking part. Change them only when you must: all are asked."),
        max_length=CHARTER_MAX,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "data-grow": True}),
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)


class AskForm(forms.Form):
    """Why one wants to join."""

    text = forms.CharField(
        label=_("Why you would like to join"),
        help_text=_("Who looks after the community reads this, and nobody else."),
        max_length=REQUEST_MAX,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "data-grow": True}),
    )


class AddressForm(forms.Form):
    """An e-mail address to invite."""

    email = forms.EmailField(
        label=_("E-mail address"), help_text=_("Of a colleague, or of an organisation it is shared with.")
    )


class DomainForm(forms.Form):
    """A link for everybody with an address of one domain."""

    domain = forms.CharField(label=_("Domain"), help_text=_("The part behind the @."), max_length=253)
    uses = forms.IntegerField(label=_("How many people"), min_value=1, max_value=INVITATION_USES_MAX, initial=20)
    days = forms.IntegerField(label=_("For how many days"), min_value=1, max_value=INVITATION_LASTS.days, initial=14)


def show_refusal(form: forms.Form, refusal: Refusal) -> None:
    """Put what a command refused beside the fields it is about, or above the form."""
    fields = dict(getattr(refusal, "fields", {}))
    for name, sentence in fields.items():
        form.add_error(name if name in form.fields else None, str(sentence))
    if not fields:
        form.add_error(None, str(refusal.sentence))


def again(request: HttpRequest, template: str, facts: Mapping[str, Any], status: int = 422) -> HttpResponse:
    """The form once more, with everything that was typed. The middleware puts no page of its own in its place."""
    response = render(request, template, dict(facts), status=status)
    response.is_refusal = True  # type: ignore[attr-defined]  # shell.middleware looks for it
    return response


def number(text: str) -> int:
    """The number that a field holds, 0 when it holds none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else 0
