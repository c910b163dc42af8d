"""What is asked for while somebody types: how it will read, and whom or what they may mean."""

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from weefsel.kernel.request import actor_of
from weefsel.posts.queries.preview import preview as preview_query
from weefsel.posts.queries.suggestions import suggestions
from weefsel.posts.web.forms import number, typed


@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    """The text as it will read, as a fragment."""
    said = typed(request.POST)
    html = preview_query(
        actor_of(request),
        body=said.body,
        home_id=said.home_id,
        post_id=number(request.POST, "post") or number(request.POST, "thread"),
        inside_only=said.inside_only,
    )
    return render(request, "posts/_preview.html", {"html": html})


@require_GET
def suggest(request: HttpRequest) -> HttpResponse:
    """People and communities for ``?q=@…``, topics for ``?q=#…``."""
    found = suggestions(actor_of(request), request.GET.get("q", "")[:80])
    return JsonResponse([asdict(suggestion) for suggestion in found], safe=False)
