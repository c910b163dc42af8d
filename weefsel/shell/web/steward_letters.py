"""The outbox on the steward's desk."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from weefsel.identity.commands.resend_letter import resend_letter
from weefsel.identity.queries.letters import invitation_letter, letters
from weefsel.kernel.request import actor_of
from weefsel.shell.web._numbers import number_in
from weefsel.shell.web.steward import for_stewards


@for_stewards
@require_safe
def steward_letters(request: HttpRequest) -> HttpResponse:
    page = letters(actor_of(request), number_in(request.GET, "before") or None)
    return render(request, "shell/letters.html", {"page": page})


@for_stewards
@require_safe
def steward_letter(request: HttpRequest, letter_id: int) -> HttpResponse:
    return render(request, "shell/letter.html", {"letter": invitation_letter(actor_of(request), letter_id)})


@for_stewards
@require_POST
def send_again(request: HttpRequest, letter_id: int) -> HttpResponse:
    resend_letter(actor_of(request), letter_id=letter_id)
    messages.success(request, _("The letter is on its way again."))
    return HttpResponseRedirect(reverse("letters"))
