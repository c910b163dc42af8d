"""What a community is about: its charter with every version, and writing the next."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from weefsel.communities.commands.write_charter import write_charter
from weefsel.communities.queries.find_charters import find_charters
from weefsel.communities.web.forms import CharterForm, again, show_refusal
from weefsel.communities.web.place import place, to_community
from weefsel.kernel.outcome import outcome_of
from weefsel.kernel.refusals import Refusal, require
from weefsel.kernel.request import actor_of


@require_safe
def about(request: HttpRequest, slug: str) -> HttpResponse:
    """Charter, rules of engagement, and earlier versions."""
    actor = actor_of(request)
    page, facts = place(actor, slug, here="about")
    return render(request, "communities/about.html", {**facts, "versions": find_charters(actor, page.id)})


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, slug: str) -> HttpResponse:
    """Write the next version over the one that is in force."""
    actor = actor_of(request)
    page, facts = place(actor, slug, here="about")
    require(page.standing.may_manage, _("Only its owners write the charter."))
    versions = find_charters(actor, page.id)
    start = {
        "text": versions[0].text if versions else "",
        "rules_of_engagement": page.rules,
        "based_on": versions[0].number if versions else 0,
    }
    form = CharterForm(request.POST or None, initial=start)
    if request.method != "POST":
        return render(request, "communities/charter.html", {**facts, "form": form})
    status = 422
    if form.is_valid():
        outcome = outcome_of(lambda: write_charter(actor, community_id=page.id, **form.cleaned_data))
        if not isinstance(outcome, Refusal):
            messages.success(request, _("The charter is written. Earlier versions are kept."))
            return to_community(page.slug, "about/")
        show_refusal(form, outcome)
        status = outcome.status
    return again(request, "communities/charter.html", {**facts, "form": form, "versions": versions}, status)
