"""A reply: sent from the form in its thread, which comes back with its text when it cannot be taken."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from weefsel.kernel.outcome import outcome_of
from weefsel.kernel.refusals import Invalid, Refusal
from weefsel.kernel.request import actor_of
from weefsel.posts.commands.keep_draft import keep_draft
from weefsel.posts.commands.reply import reply as reply_command
from weefsel.posts.queries.reply_form import reply_form
from weefsel.posts.queries.thread import thread as thread_query
from weefsel.posts.web.forms import again, number


@require_POST
def reply(request: HttpRequest, post_id: int) -> HttpResponse:
    """Answer in the thread, and go to the reply there."""
    actor, body, key = actor_of(request), request.POST.get("body", ""), request.POST.get("form_key", "")
    answered = number(request.POST, "reply_to")
    outcome = outcome_of(lambda: reply_command(actor, thread_id=post_id, body=body, reply_to_id=answered, form_key=key))
    if not isinstance(outcome, Refusal):
        return HttpResponseRedirect(f"/posts/{outcome}/")
    if not isinstance(outcome, Invalid):
        outcome_of(lambda: keep_draft(actor, place=f"thread:{post_id}", body=body, reply_to_id=answered, form_key=key))
    return _again(request, post_id, outcome)


def _again(request: HttpRequest, post_id: int, refusal: Refusal) -> HttpResponse:
    """The form with the text, or, when the thread is not for the reader any more, the text alone."""
    actor, body = actor_of(request), request.POST.get("body", "")
    found = outcome_of(lambda: thread_query(actor, post_id))
    form = None
    if found is not None and not isinstance(found, Refusal):
        form = reply_form(
            actor,
            thread=found,
            reply_to_id=number(request.POST, "reply_to"),
            body=body,
            form_key=request.POST.get("form_key", ""),
        )
    return again(request, "posts/reply.html", {"form": form, "body": body}, refusal)
