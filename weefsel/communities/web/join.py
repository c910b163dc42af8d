"""Coming in and going out."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from weefsel.communities.commands.accept_invitation_to import accept_invitation_to
from weefsel.communities.commands.accept_rules import accept_rules
from weefsel.communities.commands.ask_to_join import ask_to_join
from weefsel.communities.commands.decline_invitation_to import decline_invitation_to
from weefsel.communities.commands.join_community import join_community
from weefsel.communities.commands.use_invitation_link import use_invitation_link
from weefsel.communities.commands.withdraw_request import withdraw_request
from weefsel.communities.queries.community_page import community_page, slug_of
from weefsel.communities.queries.invitation_behind import invitation_behind
from weefsel.communities.web.forms import AskForm, again, number, show_refusal
from weefsel.communities.web.place import place, to_community
from weefsel.kernel.outcome import outcome_of
from weefsel.kernel.refusals import Refusal
from weefsel.kernel.request import actor_of

_GET_OR_POST = ["GET", "HEAD", "POST"]


@require_http_methods(_GET_OR_POST)
def join(request: HttpRequest, slug: str) -> HttpResponse:
    """Join an open community; where it has rules of engagement, after having read them."""
    page, facts = place(actor_of(request), slug, here="posts")
    if request.method != "POST":
        return render(request, "communities/join.html", facts)
    join_community(
        actor_of(request), community_id=page.id, accepted_rules=number(request.POST.get("accepted_rules", ""))
    )
    messages.success(request, _("You are a member. What is written here comes to your home page."))
    return to_community(page.slug)


@require_http_methods(_GET_OR_POST)
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask to be let in."""
    page, facts = place(actor_of(request), slug, here="posts")
    form = AskForm(request.POST or None)
    if request.method != "POST":
        return render(request, "communities/ask.html", {**facts, "form": form})
    if form.is_valid():
        text = form.cleaned_data["text"]
        outcome = outcome_of(lambda: ask_to_join(actor_of(request), community_id=page.id, text=text))
        if not isinstance(outcome, Refusal):
            messages.success(request, _("You asked to join. You are told as soon as somebody answers."))
            return to_community(page.slug)
        show_refusal(form, outcome)
    return again(request, "communities/ask.html", {**facts, "form": form})


@require_POST
def take_back(request: HttpRequest, slug: str) -> HttpResponse:
    """Take one's own request back."""
    page = community_page(actor_of(request), slug)
    withdraw_request(actor_of(request), join_request_id=page.standing.request_id or 0)
    messages.success(request, _("Your request is taken back."))
    return to_community(page.slug)


@require_POST
def accept_the_rules(request: HttpRequest, slug: str) -> HttpResponse:
    """Accept the rules of engagement that stood on the page."""
    page = community_page(actor_of(request), slug)
    accept_rules(actor_of(request), community_id=page.id, version=number(request.POST.get("accepted_rules", "")))
    return to_community(page.slug)


@require_POST
def accept_invitation(request: HttpRequest, slug: str) -> HttpResponse:
    """Come in by an invitation of one's own."""
    actor = actor_of(request)
    page = community_page(actor, slug)
    accepted = number(request.POST.get("accepted_rules", ""))
    accept_invitation_to(actor, invitation_id=page.standing.invitation_id or 0, accepted_rules=accepted)
    messages.success(request, _("You are a member. What is written here comes to your home page."))
    return to_community(page.slug)


@require_POST
def decline_invitation(request: HttpRequest, slug: str) -> HttpResponse:
    """Say no to an invitation of one's own."""
    page = community_page(actor_of(request), slug)
    decline_invitation_to(actor_of(request), invitation_id=page.standing.invitation_id or 0)
    messages.success(request, _("You declined. You are not asked again for a month."))
    return HttpResponseRedirect("/communities/")


@require_http_methods(_GET_OR_POST)
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """What a link leads to, and coming in by it."""
    actor = actor_of(request)
    if request.method != "POST":
        return render(request, "communities/by_link.html", {"behind": invitation_behind(actor, token), "token": token})
    accepted = number(request.POST.get("accepted_rules", ""))
    community_id = use_invitation_link(actor, token=token, accepted_rules=accepted)
    messages.success(request, _("You are a member. What is written here comes to your home page."))
    return to_community(slug_of(actor, community_id))
