"""Inviting: a person, an address, or everybody of a domain by a link."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from weefsel.communities.commands.invite_address import invite_address
from weefsel.communities.commands.invite_domain import invite_domain
from weefsel.communities.commands.invite_person import invite_person
from weefsel.communities.commands.withdraw_invitation import withdraw_invitation
from weefsel.communities.queries.find_requests import find_invitations
from weefsel.communities.queries.people_to_invite import people_to_invite
from weefsel.communities.terms import link_path
from weefsel.communities.web.forms import AddressForm, DomainForm, again, number, show_refusal
from weefsel.communities.web.place import place, to_community
from weefsel.kernel.outcome import outcome_of
from weefsel.kernel.refusals import Refusal
from weefsel.kernel.request import actor_of


@require_safe
def invite(request: HttpRequest, slug: str) -> HttpResponse:
    """Find whom to invite, and see which invitations are out."""
    return _page(request, slug)


@require_POST
def invite_somebody(request: HttpRequest, slug: str) -> HttpResponse:
    """Invite a person that was found."""
    page, _facts = place(actor_of(request), slug, here="invite")
    invite_person(actor_of(request), community_id=page.id, person_id=number(request.POST.get("person", "")))
    messages.success(request, _("The invitation is on its way."))
    return to_community(page.slug, "invite/")


@require_POST
def invite_by_letter(request: HttpRequest, slug: str) -> HttpResponse:
    """Invite whoever has an e-mail address."""
    actor = actor_of(request)
    page, _facts = place(actor, slug, here="invite")
    form = AddressForm(request.POST)
    if form.is_valid():
        email, base = form.cleaned_data["email"], request.build_absolute_uri("/")
        outcome = outcome_of(lambda: invite_address(actor, community_id=page.id, email=email, base_url=base))
        if not isinstance(outcome, Refusal):
            messages.success(request, _("The letter with the invitation is on its way."))
            return to_community(page.slug, "invite/")
        show_refusal(form, outcome)
    return _page(request, slug, address_form=form)


@require_POST
def make_link(request: HttpRequest, slug: str) -> HttpResponse:
    """Make a link for a domain, and show it this once."""
    actor = actor_of(request)
    page, facts = place(actor, slug, here="invite")
    form = DomainForm(request.POST)
    if form.is_valid():
        outcome = outcome_of(lambda: invite_domain(actor, community_id=page.id, **form.cleaned_data))
        if not isinstance(outcome, Refusal):
            link = request.build_absolute_uri(link_path(outcome[1]))
            return render(request, "communities/link_made.html", {**facts, "link": link})
        show_refusal(form, outcome)
    return _page(request, slug, domain_form=form)


@require_POST
def take_back(request: HttpRequest, slug: str, invitation_id: int) -> HttpResponse:
    """Take an invitation or a link back."""
    withdraw_invitation(actor_of(request), invitation_id=invitation_id)
    messages.success(request, _("The invitation is taken back."))
    return to_community(slug, "invite/")


def _page(
    request: HttpRequest,
    slug: str,
    *,
    address_form: forms.Form | None = None,
    domain_form: forms.Form | None = None,
) -> HttpResponse:
    actor = actor_of(request)
    page, facts = place(actor, slug, here="invite")
    wanted = request.GET.get("q", "")[:100]
    facts |= {
        "invitations": find_invitations(actor, page.id),
        "found": people_to_invite(actor, page.id, wanted),
        "wanted": wanted,
        "address_form": address_form or AddressForm(),
        "domain_form": domain_form or DomainForm(),
    }
    if address_form or domain_form:
        return again(request, "communities/invite.html", facts)
    return render(request, "communities/invite.html", facts)
