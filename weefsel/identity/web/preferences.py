"""Language, time zone and light."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from weefsel.identity.commands.change_preferences import change_preferences
from weefsel.identity.queries.preferences import my_preferences
from weefsel.identity.web.forms import PreferencesForm
from weefsel.kernel.request import actor_of


@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    kept = my_preferences(actor)
    now = {"language": kept.language, "time_zone": kept.time_zone, "theme": kept.theme}
    form = PreferencesForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        change_preferences(actor, **form.cleaned_data)
        with translation.override(form.cleaned_data["language"]):
            messages.success(request, _("Kept."))
        return HttpResponseRedirect(reverse("preferences"))
    status = 422 if request.method == "POST" else 200
    return render(request, "identity/preferences.html", {"form": form}, status=status)
