"""The actor that stands on a request."""

from typing import cast

from django.http import HttpRequest

from weefsel.kernel.actor import STRANGER, Actor


def actor_of(request: HttpRequest) -> Actor:
    """Who asks, as the visitor middleware found them; a stranger when nobody is signed in."""
    return cast("Actor", getattr(request, "actor", STRANGER))
