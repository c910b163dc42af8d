"""Delete one's own post, or remove somebody else's with a reason: both are asked for once more."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from weefsel.kernel.outcome import outcome_of
from weefsel.kernel.refusals import Invalid
from weefsel.kernel.request import actor_of
from weefsel.posts.commands.delete_post import delete_post
from weefsel.posts.commands.remove_post import remove_post
from weefsel.posts.queries.taking_away import TakingAway, taking_away
from weefsel.posts.terms import REASON_MAX
from weefsel.posts.web.forms import again, wrongs


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, post_id: int) -> HttpResponse:
    """Ask, then delete."""
    actor = actor_of(request)
    asked = taking_away(actor, post_id=post_id, own=True)
    if request.method != "POST":
        return render(request, "posts/delete.html", {"asked": asked})
    delete_post(actor, post_id=post_id)
    return _gone(request, asked, _("Your post has been deleted."))


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, post_id: int) -> HttpResponse:
    """Ask why, then remove."""
    actor = actor_of(request)
    asked = taking_away(actor, post_id=post_id, own=False)
    reason = request.POST.get("reason", "")
    facts = {"asked": asked, "reason": reason, "longest": REASON_MAX, **wrongs(None)}
    if request.method != "POST":
        return render(request, "posts/remove.html", facts)
    outcome = outcome_of(lambda: remove_post(actor, post_id=post_id, reason=reason))
    if isinstance(outcome, Invalid):
        return again(request, "posts/remove.html", facts, outcome)
    if outcome is not None:
        raise outcome
    return _gone(request, asked, _("The post has been taken away."))


def _gone(request: HttpRequest, asked: TakingAway, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return HttpResponseRedirect(asked.back_url)
