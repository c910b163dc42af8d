"""Every component in every state, to hold next to a template."""

from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from weefsel.kernel.refusals import NotFound
from weefsel.kernel.request import actor_of
from weefsel.ui.components.tables import Column, Row, Table
from weefsel.ui.dye import DYES
from weefsel.ui.icons import ICONS

COLOURS = (
    ("linen", "page"),
    ("cloth", "cards"),
    ("ink", "text"),
    ("faded", "secondary text"),
    ("thread", "hairlines"),
    ("seam", "edges of controls"),
    ("woad", "you can act"),
    ("madder", "outside, danger"),
    ("weld", "waiting"),
    ("verdigris", "solved, inside"),
)

GROUPS = Table(
    caption="A folded group is in italics",
    columns=(Column("Group"), Column("People", is_number=True), Column("Place")),
    rows=(
        Row(("Weaving", "142", "Kortrijk")),
        Row(("Finishing", "73", "Lille")),
        Row(("Office", "under 10", "folded into Composites"), is_folded=True),
    ),
)


class Example(forms.Form):
    """One of each kind of field, in each state."""

    name = forms.CharField(initial="Repair instead of replace", label="Name of the community")
    network = forms.CharField(
        initial="Lindewever", label="Cannot be changed", disabled=True, help_text="Set by your steward."
    )
    ends_on = forms.DateField(label="Ends on", required=False)
    joining = forms.ChoiceField(label="Who may join", choices=[("open", "All employees"), ("request", "On request")])
    purpose = forms.CharField(label="Purpose", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    shown = forms.BooleanField(
        label="Show this on my page", required=False, help_text="You can take it off at any time."
    )
    rhythm = forms.ChoiceField(
        label="By e-mail", choices=[("no", "No e-mail"), ("day", "Once a day, at 8:30")], widget=forms.RadioSelect
    )


def example_form() -> Example:
    """The form after somebody chose the last day of a month that has no such day."""
    form = Example({"name": "Repair", "joining": "open", "rhythm": "no", "ends_on": "31 June"})
    form.errors["ends_on"] = form.error_class(
        ["June has thirty days. Nothing was lost; choose 30 June or another date."], field_id="id_ends_on"
    )
    return form


def may_see(request: HttpRequest) -> bool:
    """Stewards, and everybody while developing."""
    return settings.DEBUG or actor_of(request).is_steward


def everything() -> dict[str, Any]:
    """What the page shows."""
    now = timezone.now()
    return {
        "colours": COLOURS,
        "dyes": DYES,
        "icons": sorted(ICONS),
        "form": example_form(),
        "table": GROUPS,
        "moments": (now, now - timedelta(days=1), now - timedelta(days=3), now - timedelta(days=400)),
    }


def styleguide(request: HttpRequest) -> HttpResponse:
    """Show the page to whoever may see it. Others: ``NotFound``."""
    if not may_see(request):
        raise NotFound
    return render(request, "ui/styleguide.html", everything())
