"""The form for a new post: on a page of its own, or put into the page that asks for it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from weefsel.kernel.outcome import outcome_of
from weefsel.kernel.refusals import Invalid, NotFound, Refusal
from weefsel.kernel.request import actor_of
from weefsel.posts.commands.keep_draft import keep_draft
from weefsel.posts.commands.publish_post import publish_post
from weefsel.posts.queries.composer import Typed, composer
from weefsel.posts.web.forms import again, number, typed, wrongs


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """Show the form for ``?home=``, or publish what it sends. What cannot be taken comes back with everything typed."""
    if request.method == "POST":
        return _publish(request, typed(request.POST))
    return _form(request, home_id=number(request.GET, "home"))


@require_GET
def audience(request: HttpRequest) -> HttpResponse:
    """The foot of the form when another home is chosen: who will read it there. Nothing for who writes nowhere."""
    chosen = Typed(home_id=number(request.GET, "home"), inside_only=request.GET.get("inside_only") == "1")
    found = composer(actor_of(request), typed=chosen)
    if found is None:
        raise NotFound
    return render(request, "posts/_composer_send.html", {"composer": found})


def _publish(request: HttpRequest, said: Typed) -> HttpResponse:
    actor = actor_of(request)
    outcome = outcome_of(
        lambda: publish_post(
            actor,
            home_id=said.home_id or 0,
            kind=said.kind,
            title=said.title,
            body=said.body,
            inside_only=said.inside_only,
            shown_audience=request.POST.get("audience", ""),
            form_key=said.form_key,
        )
    )
    if not isinstance(outcome, Refusal):
        return HttpResponseRedirect(f"/posts/{outcome}/")
    if not isinstance(outcome, Invalid):
        _keep(request, said)
    return _form(request, said=said, refusal=outcome)


def _keep(request: HttpRequest, said: Typed) -> None:
    """Keep the words as a draft, where their place can still be read; they stand in the form in any case."""
    outcome_of(
        lambda: keep_draft(
            actor_of(request),
            place=f"home:{said.home_id or 0}",
            kind=said.kind,
            title=said.title,
            body=said.body,
            inside_only=said.inside_only,
            form_key=said.form_key,
        )
    )


def _form(
    request: HttpRequest, *, home_id: int | None = None, said: Typed | None = None, refusal: Refusal | None = None
) -> HttpResponse:
    filled = composer(actor_of(request), home_id=home_id, typed=said)
    is_part = bool(request.headers.get("HX-Request"))
    facts = {"composer": filled, "lost": said if filled is None else None}
    template = "posts/_composer.html" if is_part and filled else "posts/write.html"
    if refusal is not None:
        return again(request, template, facts, refusal)
    return render(request, template, {**facts, **wrongs(None)})
