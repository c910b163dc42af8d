"""The steward's desk. For everybody else its addresses do not exist."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from weefsel.kernel.refusals import NotFound
from weefsel.kernel.request import actor_of

View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Drawer:
    """A page of the desk."""

    url_name: str
    label: str | Promise
    sentence: str | Promise
    icon: str
    url: str = ""


DRAWERS = (
    Drawer(
        "people_sync",
        gettext_lazy("People from a file"),
        gettext_lazy("Bring in the HR system's file, with a preview"),
        "people",
    ),
    Drawer(
        "imports", gettext_lazy("Imports"), gettext_lazy("Conversations from elsewhere, and their accounts"), "download"
    ),
    Drawer(
        "placeholders",
        gettext_lazy("Placeholders"),
        gettext_lazy("Say for whom they stand, and take it back"),
        "person",
    ),
    Drawer("invitations", gettext_lazy("Invitations"), gettext_lazy("Let people in by a letter"), "invite"),
    Drawer("roles", gettext_lazy("Roles"), gettext_lazy("Stewards, moderators, adoption team, works council"), "key"),
    Drawer("accounts", gettext_lazy("Accounts"), gettext_lazy("Who can sign in; disable and enable"), "inside"),
    Drawer(
        "letters", gettext_lazy("Letters"), gettext_lazy("What the network mailed, and whether it went out"), "mail"
    ),
    Drawer(
        "audit_trail", gettext_lazy("Audit trail"), gettext_lazy("Who did what to which thing, and when"), "history"
    ),
    Drawer("network_settings", gettext_lazy("The network"), gettext_lazy("Name, language, domains"), "steward"),
)


def for_stewards(view: View) -> View:
    """Answer stewards alone; for everybody else there is nothing at this address."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not actor_of(request).is_steward:
            raise NotFound(_("There is nothing at this address."))
        return view(request, *args, **kwargs)

    return answer


@for_stewards
@require_safe
def steward(request: HttpRequest) -> HttpResponse:
    """The desk: its pages, each with a sentence. No statement of its own."""
    drawers = [replace(drawer, url=reverse(drawer.url_name)) for drawer in DRAWERS]
    return render(request, "shell/steward.html", {"drawers": drawers})
