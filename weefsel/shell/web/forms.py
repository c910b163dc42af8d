"""Forms of the door, of set-up and of the steward's desk."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from weefsel.identity.choices import LANGUAGE_NAMES, zone_choices
from weefsel.identity.terms import LANGUAGES
from weefsel.kernel.actor import Role
from weefsel.people.terms import NAME_MAX

LANGUAGE_CHOICES = [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES]
ROLE_NAMES: dict[str, Promise] = {
    Role.STEWARD: _("Steward"),
    Role.MODERATOR: _("Moderator of the network"),
    Role.ADOPTION: _("Adoption team"),
    Role.WORKS_COUNCIL: _("Works council"),
}
EMAILS_MAX = 60_000


class NameForm(forms.Form):
    """The name of somebody new; without a field for somebody the network knows."""

    name = forms.CharField(
        label=_("Your name"),
        help_text=_("As colleagues say it, given name first."),
        max_length=NAME_MAX,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    def __init__(self, *args: Any, is_known: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_known:
            del self.fields["name"]


class SetUpForm(forms.Form):
    """What a new network needs to be told."""

    code = forms.CharField(
        label=_("Set-up code"),
        help_text=_("The server printed it when it started; it also lies in the file set-up-code of its home."),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    name = forms.CharField(label=_("Name of the network"), max_length=NAME_MAX)
    home_domain = forms.CharField(
        label=_("Domain of your e-mail addresses"),
        help_text=_("The part behind the @, such as lindewever.example."),
        max_length=253,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )
    steward_name = forms.CharField(
        label=_("Your name"), max_length=NAME_MAX, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    steward_email = forms.EmailField(
        label=_("Your e-mail address at work"), widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    language = forms.ChoiceField(label=_("Language of the network"), choices=LANGUAGE_CHOICES)
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=zone_choices, initial="Europe/Brussels")


class InviteForm(forms.Form):
    """To whom invitations go."""

    emails = forms.CharField(
        label=_("E-mail addresses"),
        help_text=_("One on each line. Each gets a letter with a link."),
        max_length=EMAILS_MAX,
        widget=forms.Textarea(attrs={"rows": 5, "autocapitalize": "none", "spellcheck": "false"}),
    )
    language = forms.ChoiceField(label=_("Language of the letter"), choices=LANGUAGE_CHOICES)


class NetworkForm(forms.Form):
    """What the network is called, and what holds for newcomers."""

    name = forms.CharField(label=_("Name of the network"), max_length=NAME_MAX)
    language = forms.ChoiceField(label=_("Language of the network"), choices=LANGUAGE_CHOICES)
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=zone_choices)
    hidden_by_stewards_only = forms.BooleanField(label=_("Only stewards open hidden communities"), required=False)
    domains = forms.CharField(
        label=_("Domains of the home organisation"),
        help_text=_("One on each line. Who is invited at one of them becomes an employee here."),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3, "autocapitalize": "none", "spellcheck": "false"}),
    )


class RoleForm(forms.Form):
    """Who gets which role."""

    email = forms.EmailField(label=_("E-mail address of the person"))
    role = forms.ChoiceField(label=_("Role"), choices=[(str(role), name) for role, name in ROLE_NAMES.items()])
