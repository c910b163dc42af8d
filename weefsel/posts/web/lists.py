"""Finite lists of posts: what one saved, and what has a topic."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from weefsel.kernel.refusals import NotFound
from weefsel.kernel.request import actor_of
from weefsel.kernel.topics import topic_form
from weefsel.posts.queries.listing import feed_of_topic, saved_posts
from weefsel.posts.queries.topic import topic_shown
from weefsel.posts.web.forms import number


@require_safe
def saved(request: HttpRequest) -> HttpResponse:
    """What one saved and may still read."""
    before = number(request.GET, "before") or 0
    page = saved_posts(actor_of(request), before)
    return render(request, "posts/saved.html", {"page": page, "is_first": not before})


@require_safe
def topic(request: HttpRequest, name: str) -> HttpResponse:
    """Posts with a topic, across the communities that one reads. Another spelling leads to the topic's own address."""
    form = topic_form(name)
    if not form:
        raise NotFound
    if form != name:
        query = f"?{urlencode(request.GET)}" if request.GET else ""
        return HttpResponseRedirect(f"/topics/{form}/{query}")
    before = number(request.GET, "before") or 0
    facts = {"topic": topic_shown(actor_of(request), form), "name": form, "is_first": not before}
    return render(request, "posts/topic.html", {**facts, "page": feed_of_topic(actor_of(request), form, before)})
