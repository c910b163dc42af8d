"""The units: the tree as a drawing with its list, and the people of a unit."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from weefsel.kernel.request import actor_of
from weefsel.people.queries.unit_page import people_of_unit, top_units, unit_page
from weefsel.shell.web._numbers import number_in
from weefsel.shell.web.unit_drawing import draw, rows_of, rows_of_top


@require_safe
def units(request: HttpRequest) -> HttpResponse:
    """The top of the tree, two levels of it. Two statements."""
    actor = actor_of(request)
    tops = top_units(actor)
    drawing = draw(rows_of_top(tops), _("The units at the top"))
    return render(request, "shell/units.html", {"tops": tops, "drawing": drawing, "is_steward": actor.is_steward})


@require_safe
def unit(request: HttpRequest, unit_id: int) -> HttpResponse:
    """A unit with what stands above, beside and below it, who leads it and who works there. Seven statements."""
    actor = actor_of(request)
    page = unit_page(actor, unit_id)
    after = number_in(request.GET, "after")
    people = people_of_unit(actor, unit_id, after=after)
    facts = {
        "page": page,
        "people": people,
        "is_first_page": not after,
        "more_url": f"?after={people.next_cursor}#people" if people.next_cursor else "",
        "drawing": draw(rows_of(page), _("Where %(name)s stands") % {"name": page.name}),
    }
    return render(request, "shell/unit.html", facts)
