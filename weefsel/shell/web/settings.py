"""One's own settings, at a glance."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from weefsel.identity.queries.preferences import my_preferences
from weefsel.kernel.request import actor_of


@require_safe
def settings(request: HttpRequest) -> HttpResponse:
    """The pages of one's settings. One statement."""
    return render(request, "shell/settings.html", {"preferences": my_preferences(actor_of(request))})
