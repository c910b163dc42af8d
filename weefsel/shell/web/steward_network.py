"""What is settled for the whole network."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from weefsel.kernel.request import actor_of
from weefsel.people.queries.network import network_settings
from weefsel.shell.commands.change_network import change_network
from weefsel.shell.web.forms import NetworkForm
from weefsel.shell.web.steward import for_stewards
from weefsel.shell.web.taking import taken


@for_stewards
@require_http_methods(["GET", "HEAD", "POST"])
def steward_network(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    kept = network_settings(actor)
    now = {
        "name": kept.name,
        "language": kept.language,
        "time_zone": kept.time_zone,
        "hidden_by_stewards_only": kept.hidden_by_stewards_only,
        "domains": "\n".join(kept.domains),
    }
    form = NetworkForm(request.POST or None, initial=now)
    if form.is_bound and form.is_valid():
        told = {**form.cleaned_data, "domains": form.cleaned_data["domains"].splitlines()}
        taken(form, lambda: change_network(actor, **told))
        if form.is_valid():
            messages.success(request, _("Kept."))
            return HttpResponseRedirect(reverse("network_settings"))
    return render(request, "shell/network.html", {"form": form}, status=422 if form.is_bound else 200)
