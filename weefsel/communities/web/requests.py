"""Requests to join, for who decides them."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from weefsel.communities.commands.approve_request import approve_request
from weefsel.communities.commands.decline_request import decline_request
from weefsel.communities.queries.find_requests import find_requests
from weefsel.communities.web.forms import number
from weefsel.communities.web.place import place, to_community
from weefsel.kernel.request import actor_of


@require_safe
def requests(request: HttpRequest, slug: str) -> HttpResponse:
    """Who asks to be let in, the oldest first."""
    actor = actor_of(request)
    page, facts = place(actor, slug, here="requests")
    found = find_requests(actor, page.id, after=number(request.GET.get("after", "")))
    url = f"/communities/{page.slug}/requests/?after={found.next_cursor}" if found.next_cursor else ""
    return render(request, "communities/requests.html", {**facts, "page": found, "next_url": url})


def _decided(deed: Callable[..., None], sentence: Callable[[], str]) -> Callable[[HttpRequest, str, int], HttpResponse]:
    @require_POST
    def decide(request: HttpRequest, slug: str, join_request_id: int) -> HttpResponse:
        deed(actor_of(request), join_request_id=join_request_id)
        messages.success(request, sentence())
        return to_community(slug, "requests/")

    return decide


approve = _decided(approve_request, lambda: _("They are in, and are told so."))
decline = _decided(decline_request, lambda: _("You declined. They are told, and may ask again."))
