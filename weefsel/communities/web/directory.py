"""The directory of communities."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from weefsel.communities.queries.find_communities import SHOWS, Wanted, find_communities, known_languages
from weefsel.communities.rules import may_open_community
from weefsel.communities.terms import CommunityKind
from weefsel.communities.web.forms import LANGUAGES, number
from weefsel.kernel.request import actor_of


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    """Cards, twenty on a page, narrowed by name, whose, kind and language; as one types with scripts."""
    actor = actor_of(request)
    show = request.GET.get("show", "all")
    wanted = Wanted(
        text=request.GET.get("q", "")[:100],
        show=show if show in SHOWS else "all",
        language=request.GET.get("language", "")[:8],
    )
    page = find_communities(actor, wanted, after=number(request.GET.get("after", "")))
    narrowed = {"q": wanted.text, "show": wanted.show, "language": wanted.language}
    query = urlencode({name: value for name, value in narrowed.items() if value and value != "all"})
    facts = {
        "page": page,
        "wanted": wanted,
        "shows": [(name, label) for name, label in _shows()],
        "languages": _languages(known_languages(actor)),
        "is_first": "after" not in request.GET,
        "next_url": f"/communities/?{query}&after={page.next_cursor}" if page.next_cursor else "",
        "may_open": may_open_community(actor, CommunityKind.OPEN),
    }
    is_part = request.headers.get("HX-Target") == "communities"
    return render(request, "communities/_cards.html" if is_part else "communities/directory.html", facts)


def _shows() -> list[tuple[str, str]]:
    return [
        ("all", _("All")),
        ("mine", _("Mine")),
        ("open", _("Open")),
        ("on_request", _("On request")),
        ("archived", _("Archived")),
    ]


def _languages(codes: list[str]) -> list[tuple[str, str]]:
    names = {code: str(name) for code, name in LANGUAGES}
    return [(code, names.get(code, code)) for code in codes]
