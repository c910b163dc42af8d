"""The directory: everybody one may see, narrowed as one types."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from weefsel.communities.queries.find_people import Wanted, find_people
from weefsel.kernel.request import actor_of
from weefsel.people.queries.directory_choices import DirectoryChoices, directory_choices
from weefsel.shell.web._language import own_name
from weefsel.shell.web._numbers import number_in
from weefsel.shell.web._part import wants_part

TYPED_MAX = 200


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    """People by name, unit, site, language, topic and organisation. Six statements, two of them for a fragment."""
    actor = actor_of(request)
    wanted = Wanted(
        text=request.GET.get("q", "")[:TYPED_MAX].strip(),
        unit=number_in(request.GET, "unit"),
        site=request.GET.get("site", "")[:TYPED_MAX],
        language=request.GET.get("language", "")[:TYPED_MAX],
        topic=request.GET.get("topic", "")[:TYPED_MAX].strip(),
        organisation=number_in(request.GET, "organisation"),
    )
    after = number_in(request.GET, "after")
    page = find_people(actor, wanted, after=after)
    more = f"?{wanted.address(after=page.next_cursor)}" if page.next_cursor else ""
    facts = {"page": page, "wanted": wanted, "more_url": more, "is_first_page": not after}
    if wants_part(request):
        part = render(request, "shell/_people.html", facts)
        part.headers["HX-Push-Url"] = f"{request.path}?{wanted.address()}" if wanted.is_narrowed else request.path
        return part
    choices = directory_choices(actor)
    facts |= {"choices": choices, "languages": _languages(choices), "is_employee": actor.is_employee}
    facts |= {"indents": [(unit, "\u2003" * unit.depth) for unit in choices.units]}
    return render(request, "shell/directory.html", facts)


def _languages(choices: DirectoryChoices) -> list[tuple[str, str]]:
    """Languages by their own names, so that whoever speaks one finds it."""
    return [(code, own_name(code) or _("Language “%(code)s”") % {"code": code}) for code in choices.languages]
