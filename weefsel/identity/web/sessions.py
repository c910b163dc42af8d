"""The browsers that are signed in, and ending them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from weefsel.identity.commands.end_other_sessions import end_other_sessions
from weefsel.identity.commands.end_session import end_session
from weefsel.identity.queries.sessions import my_sessions
from weefsel.kernel.request import actor_of


@require_safe
def sessions(request: HttpRequest) -> HttpResponse:
    browsers = my_sessions(actor_of(request), request.session.session_key or "")
    return render(request, "identity/sessions.html", {"browsers": browsers})


@require_POST
def end_one(request: HttpRequest, session_id: str) -> HttpResponse:
    end_session(actor_of(request), session_id=session_id)
    messages.success(request, _("That browser is signed out."))
    return HttpResponseRedirect(reverse("sessions"))


@require_POST
def end_others(request: HttpRequest) -> HttpResponse:
    ended = end_other_sessions(actor_of(request), current_key=request.session.session_key or "")
    sentence = ngettext("One other browser is signed out.", "%(ended)s other browsers are signed out.", ended)
    messages.success(request, sentence % {"ended": ended})
    return HttpResponseRedirect(reverse("sessions"))
