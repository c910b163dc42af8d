"""Invitations on the steward's desk."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from weefsel.identity.commands.resend_invitation import resend_invitation
from weefsel.identity.commands.withdraw_network_invitation import withdraw_network_invitation
from weefsel.identity.queries.invitations import invitations
from weefsel.kernel.request import actor_of
from weefsel.people.queries.network_name import network_name
from weefsel.shell.commands.invite_people import Invited, invite_people
from weefsel.shell.web._numbers import number_in
from weefsel.shell.web.forms import InviteForm
from weefsel.shell.web.steward import for_stewards
from weefsel.shell.web.taking import taken


@for_stewards
@require_http_methods(["GET", "HEAD", "POST"])
def steward_invitations(request: HttpRequest) -> HttpResponse:
    """The form and what became of each invitation. Addresses that were refused are named, and stay in the form."""
    actor = actor_of(request)
    form = InviteForm(request.POST or None, initial={"language": actor.language})
    outcome: Invited | None = None
    if form.is_bound and form.is_valid():
        told = form.cleaned_data
        here = request.build_absolute_uri("/")
        outcome = taken(
            form, lambda: invite_people(actor, emails=told["emails"], language=told["language"], base_url=here)
        )
        if outcome is not None and not outcome.refused:
            sentence = ngettext("One letter is on its way.", "%(count)s letters are on their way.", outcome.count)
            messages.success(request, sentence % {"count": outcome.count})
            return HttpResponseRedirect(reverse("invitations"))
        if outcome is not None:
            left = "\n".join(one.email for one in outcome.refused)
            form = InviteForm(initial={"emails": left, "language": told["language"]})
    page = invitations(actor, number_in(request.GET, "before") or None)
    status = 422 if form.is_bound else 200
    return render(request, "shell/invitations.html", {"form": form, "page": page, "outcome": outcome}, status=status)


@for_stewards
@require_POST
def invite_again(request: HttpRequest, invitation_id: int) -> HttpResponse:
    resend_invitation(
        actor_of(request),
        invitation_id=invitation_id,
        network=network_name(),
        base_url=request.build_absolute_uri("/"),
    )
    messages.success(request, _("A new letter is on its way. The link in the old one no longer works."))
    return HttpResponseRedirect(reverse("invitations"))


@for_stewards
@require_POST
def withdraw(request: HttpRequest, invitation_id: int) -> HttpResponse:
    withdraw_network_invitation(actor_of(request), invitation_id=invitation_id)
    messages.success(request, _("The invitation is withdrawn. Its link no longer works."))
    return HttpResponseRedirect(reverse("invitations"))
