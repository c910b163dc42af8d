"""The page of a community: what it is, who is in it, and what stands there."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from weefsel.communities.queries.audience_of import audience_of
from weefsel.communities.queries.community_page import Here, community_page
from weefsel.kernel.request import actor_of
from weefsel.shell.queries.community_posts import community_posts
from weefsel.shell.web._numbers import number_in


@require_safe
def community(request: HttpRequest, slug: str) -> HttpResponse:
    """Posts for who reads it; name, purpose and owner for colleagues of an invite-only one. At most 21 statements.

    An address it had before leads to the one it has now.
    """
    actor = actor_of(request)
    page = community_page(actor, slug)
    if page.slug != slug:
        return HttpResponseRedirect(f"/communities/{page.slug}/")
    before = number_in(request.GET, "before")
    facts = {
        "community": page,
        "audience": audience_of(actor, page.id) if page.standing.reads else None,
        "here": Here("posts"),
        "stands": community_posts(actor, page.id, before=before) if page.standing.reads else None,
        "is_first": not before,
    }
    return render(request, "shell/community.html", facts)
