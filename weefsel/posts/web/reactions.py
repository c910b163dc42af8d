"""Who reacted to a post, and one's own choice among the five."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from weefsel.kernel.request import actor_of
from weefsel.posts.queries.reactions import reactions_of
from weefsel.posts.terms import ReactionKind


@require_safe
def reactions(request: HttpRequest, post_id: int) -> HttpResponse:
    """The page of names; asked for by a script, the five buttons alone."""
    given = reactions_of(actor_of(request), post_id)
    choices = [(kind.value, kind.label) for kind in ReactionKind]
    if request.headers.get("HX-Request"):
        row = {"id": given.id, "own": given.own, "reactions": choices}
        return render(request, "posts/_card_reactions.html", row)
    return render(request, "posts/reactions.html", {"given": given, "reactions": choices})
