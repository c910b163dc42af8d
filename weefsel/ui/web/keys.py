"""The list of keys."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class KeyRow:
    """Keys pressed one after another, and what they do."""

    keys: tuple[str, ...]
    deed: str


def keys(request: HttpRequest) -> HttpResponse:
    """Every key that ``keys.js`` knows."""
    rows = (
        KeyRow(("c",), _("Write a post")),
        KeyRow(("/",), _("Search")),
        KeyRow(("g", "h"), _("Go home")),
        KeyRow(("g", "i"), _("Go to the inbox")),
        KeyRow(("j",), _("The next post")),
        KeyRow(("k",), _("The post before")),
        KeyRow(("?",), _("Show these keys")),
        KeyRow(("Esc",), _("Close what is open")),
    )
    return render(request, "ui/keys.html", {"keys": rows})
