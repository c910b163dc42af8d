"""Edit one's own post, and see how it read before."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from weefsel.kernel.outcome import outcome_of
from weefsel.kernel.refusals import Conflict, Refusal
from weefsel.kernel.request import actor_of
from weefsel.posts.commands.edit_post import edit_post
from weefsel.posts.queries.edit_form import edit_form
from weefsel.posts.queries.history import history as history_query
from weefsel.posts.web.forms import again, number, wrongs


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, post_id: int) -> HttpResponse:
    """Show the form, or put the new words in place; two edits at once are shown side by side."""
    actor = actor_of(request)
    if request.method != "POST":
        facts = {"form": edit_form(actor, post_id=post_id), **wrongs(None)}
        return render(request, "posts/edit.html", {**facts, "is_conflict": False})
    title, body = request.POST.get("title", ""), request.POST.get("body", "")
    outcome = outcome_of(
        lambda: edit_post(
            actor, post_id=post_id, title=title, body=body, edit_number=number(request.POST, "edit_number") or 0
        )
    )
    if not isinstance(outcome, Refusal):
        return HttpResponseRedirect(f"/posts/{post_id}/")
    form = outcome_of(lambda: edit_form(actor, post_id=post_id, title=title, body=body))
    if isinstance(form, Refusal):  # not for the reader any more: the words alone come back
        return again(request, "posts/reply.html", {"form": None, "body": body}, outcome)
    return again(request, "posts/edit.html", {"form": form, "is_conflict": isinstance(outcome, Conflict)}, outcome)


@require_safe
def history(request: HttpRequest, post_id: int) -> HttpResponse:
    """Every wording, for whoever may read the post."""
    found = history_query(actor_of(request), post_id=post_id)
    return render(request, "posts/history.html", {"history": found})
