"""Drafts: kept while one types, listed, dropped."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from weefsel.kernel.request import actor_of
from weefsel.posts.commands.drop_draft import drop_draft
from weefsel.posts.commands.keep_draft import keep_draft
from weefsel.posts.queries.drafts import drafts as drafts_query
from weefsel.posts.web.forms import number, typed


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep what a form holds: of an edit (``post``), of a reply (``thread``), or of a new post (``home``)."""
    said = typed(request.POST)
    post_id, thread_id = number(request.POST, "post"), number(request.POST, "thread")
    place = f"edit:{post_id}" if post_id else f"thread:{thread_id}" if thread_id else f"home:{said.home_id or 0}"
    keep_draft(
        actor_of(request),
        place=place,
        body=said.body,
        title=said.title,
        kind=said.kind,
        inside_only=said.inside_only,
        reply_to_id=number(request.POST, "reply_to"),
        form_key=said.form_key,
    )
    return HttpResponse(status=204)


@require_POST
def drop(request: HttpRequest) -> HttpResponse:
    """Forget the draft of one place."""
    drop_draft(actor_of(request), place=request.POST.get("place", ""))
    return HttpResponseRedirect("/drafts/")


@require_safe
def drafts(request: HttpRequest) -> HttpResponse:
    """One's own drafts, each with the way to go on."""
    return render(request, "posts/drafts.html", {"drafts": drafts_query(actor_of(request))})
