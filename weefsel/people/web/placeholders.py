"""The people whom imports met, for stewards: each has a page where one says who it is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from weefsel.kernel.request import actor_of
from weefsel.people.queries.find_placeholders import find_placeholders

_DIGITS = 9


@require_safe
def placeholders(request: HttpRequest) -> HttpResponse:
    """Placeholders, twenty at a time. One statement."""
    said = request.GET.get("after", "")
    after = int(said) if said.isascii() and said.isdigit() and len(said) <= _DIGITS else 0
    page = find_placeholders(actor_of(request), after=after)
    more = f"?after={page.next_cursor}" if page.next_cursor else ""
    return render(request, "people/placeholders.html", {"page": page, "more_url": more})
