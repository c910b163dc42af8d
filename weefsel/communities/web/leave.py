"""Going out, on a page of its own: the last owner names another first."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from weefsel.communities.commands.leave_community import leave_community
from weefsel.communities.queries.possible_successors import possible_successors
from weefsel.communities.web.forms import again, number
from weefsel.communities.web.place import place
from weefsel.kernel.outcome import outcome_of
from weefsel.kernel.refusals import Refusal
from weefsel.kernel.request import actor_of


@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask once, and leave."""
    actor = actor_of(request)
    page, facts = place(actor, slug, here="posts")
    query = request.POST if request.method == "POST" else request.GET
    wanted = query.get("q", "")[:100]
    facts |= {"candidates": possible_successors(actor, page.id, wanted), "wanted": wanted, "sentence": ""}
    if request.method != "POST":
        return render(request, "communities/leave.html", facts)
    successor = number(request.POST.get("successor", "")) or None
    outcome = outcome_of(lambda: leave_community(actor, community_id=page.id, successor_id=successor))
    if isinstance(outcome, Refusal):
        return again(request, "communities/leave.html", {**facts, "sentence": str(outcome.sentence)}, outcome.status)
    messages.success(request, _("You left. What you wrote there stays."))
    return HttpResponseRedirect("/communities/")
