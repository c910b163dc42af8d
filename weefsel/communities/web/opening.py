"""Opening a community."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from weefsel.communities.commands.open_community import open_community
from weefsel.communities.queries.community_page import slug_of
from weefsel.communities.rules import may_open_community
from weefsel.communities.terms import CommunityKind
from weefsel.communities.web.forms import OpenForm, again, show_refusal
from weefsel.communities.web.place import to_community
from weefsel.kernel.outcome import outcome_of
from weefsel.kernel.refusals import Refusal, require
from weefsel.kernel.request import actor_of


@require_http_methods(["GET", "HEAD", "POST"])
def open_one(request: HttpRequest) -> HttpResponse:
    """The form for a new community."""
    actor = actor_of(request)
    require(may_open_community(actor, CommunityKind.OPEN), _("Only colleagues can open a community."))
    start = {"kind": CommunityKind.OPEN, "language": actor.language}
    form = OpenForm(request.POST or None, initial=start)
    if request.method != "POST":
        return render(request, "communities/open.html", {"form": form})
    if form.is_valid():
        outcome = outcome_of(lambda: open_community(actor, **form.cleaned_data))
        if not isinstance(outcome, Refusal):
            messages.success(request, _("Your community is open. Write the first thread, or invite somebody."))
            return to_community(slug_of(actor, outcome))
        show_refusal(form, outcome)
    return again(request, "communities/open.html", {"form": form})
