"""What an owner does with the community itself."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from weefsel.communities.commands.archive_community import archive_community
from weefsel.communities.commands.change_community import change_community
from weefsel.communities.commands.reopen_community import reopen_community
from weefsel.communities.queries.community_page import community_page, slug_of
from weefsel.communities.web.forms import ChangeForm, again, show_refusal
from weefsel.communities.web.place import place, to_community
from weefsel.kernel.outcome import outcome_of
from weefsel.kernel.refusals import Refusal, require
from weefsel.kernel.request import actor_of

_GET_OR_POST = ["GET", "HEAD", "POST"]


@require_http_methods(_GET_OR_POST)
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Name, purpose, kind and language."""
    actor = actor_of(request)
    page, facts = place(actor, slug, here="about")
    require(page.standing.may_manage, _("Only its owners can change a community."))
    start = {"name": page.name, "purpose": page.purpose, "kind": page.kind, "language": page.language}
    form = ChangeForm(request.POST or None, initial=start)
    if request.method != "POST":
        return render(request, "communities/edit.html", {**facts, "form": form})
    if form.is_valid():
        outcome = outcome_of(lambda: change_community(actor, community_id=page.id, **form.cleaned_data))
        if not isinstance(outcome, Refusal):
            messages.success(request, _("The community is changed."))
            return to_community(slug_of(actor, page.id))
        show_refusal(form, outcome)
    return again(request, "communities/edit.html", {**facts, "form": form})


@require_http_methods(_GET_OR_POST)
def archive(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask once, and close it for writing."""
    actor = actor_of(request)
    page, facts = place(actor, slug, here="about")
    require(page.standing.may_manage, _("Only its owners can archive a community."))
    if request.method != "POST":
        return render(request, "communities/archive.html", facts)
    archive_community(actor, community_id=page.id)
    messages.success(request, _("The community is archived. Everything stays readable, and you can reopen it."))
    return to_community(page.slug)


@require_POST
def reopen(request: HttpRequest, slug: str) -> HttpResponse:
    """Let it be written in again."""
    page = community_page(actor_of(request), slug)
    reopen_community(actor_of(request), community_id=page.id)
    messages.success(request, _("The community is open for writing again."))
    return to_community(page.slug)
