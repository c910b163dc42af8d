"""The buttons under a post: each is a form of its own, answered with the post as it stands now, or with its page."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from weefsel.kernel.request import actor_of
from weefsel.posts.commands.follow_thread import follow_thread
from weefsel.posts.commands.lock_thread import lock_thread
from weefsel.posts.commands.pin_post import pin_post
from weefsel.posts.commands.react import react as react_command
from weefsel.posts.commands.save_post import save_post
from weefsel.posts.commands.take_back_reaction import take_back_reaction
from weefsel.posts.commands.unfollow_thread import unfollow_thread
from weefsel.posts.commands.unlock_thread import unlock_thread
from weefsel.posts.commands.unpin_post import unpin_post
from weefsel.posts.commands.unsave_post import unsave_post
from weefsel.posts.queries.fragment import post_fragment
from weefsel.posts.web.forms import back

View = Callable[[HttpRequest, int], HttpResponse]


@require_POST
def react(request: HttpRequest, post_id: int) -> HttpResponse:
    """Give the reaction that was pressed (``kind``), or take it back when that is empty."""
    kind = request.POST.get("kind", "")
    if kind:
        react_command(actor_of(request), post_id=post_id, kind=kind)
    else:
        take_back_reaction(actor_of(request), post_id=post_id)
    return _answer(request, post_id)


def _act(deed: Callable[..., Any]) -> View:
    @require_POST
    def act(request: HttpRequest, post_id: int) -> HttpResponse:
        deed(actor_of(request), post_id=post_id)
        return _answer(request, post_id)

    return act


def _answer(request: HttpRequest, post_id: int) -> HttpResponse:
    if not request.headers.get("HX-Request"):
        return back(request, post_id)
    return HttpResponse(post_fragment(actor_of(request), post_id=post_id, shape=request.GET.get("shape", "")))


save, unsave = _act(save_post), _act(unsave_post)
follow, unfollow = _act(follow_thread), _act(unfollow_thread)
pin, unpin = _act(pin_post), _act(unpin_post)
lock, unlock = _act(lock_thread), _act(unlock_thread)
