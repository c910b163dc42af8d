"""A thread, and where a reply is to be read."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from weefsel.kernel.counting import capitalised, in_words
from weefsel.kernel.request import actor_of
from weefsel.posts.queries.homes import my_places
from weefsel.posts.queries.reply_form import ReplyForm, reply_form
from weefsel.posts.queries.thread import Thread, place_of_reply
from weefsel.posts.queries.thread import thread as thread_query
from weefsel.posts.web.forms import number
from weefsel.ui.kept import kept_page, kept_part, slot

_MOST_PAGES = 100_000


@require_safe
def thread(request: HttpRequest, post_id: int) -> HttpResponse:
    """A page of the thread; a reply's own address leads to its place in it. Four statements while cards are kept.

    Asked for by a script, the replies alone.
    """
    actor = actor_of(request)
    asked = number(request.GET, "page") or 1
    page = asked if asked < _MOST_PAGES else 1
    found = thread_query(actor, post_id, page=page)
    if found is None:
        return _to_its_place(request, post_id)
    if request.headers.get("HX-Request"):
        replies = {name: SafeString(_text(value)) for name, value in _replies_slots(found).items()}
        return render(request, "posts/_thread_replies.html", replies)
    request.my_communities = my_places(actor)  # type: ignore[attr-defined]  # the frame need not ask again
    request.community_url = found.home.url  # type: ignore[attr-defined]  # the frame marks it in the rail
    return kept_page(request, "posts/thread.html", {"has_replies": bool(found.replies)}, _slots(request, found))


def _to_its_place(request: HttpRequest, post_id: int) -> HttpResponse:
    place = place_of_reply(actor_of(request), post_id)
    assert place is not None
    page = f"?page={place.page}" if place.page > 1 else ""
    return HttpResponseRedirect(f"/posts/{place.thread_id}/{page}#post-{post_id}")


def _slots(request: HttpRequest, found: Thread) -> dict[str, str | bytes]:
    facts = {"thread": found.outline}
    return {
        **_replies_slots(found),
        "page_title": found.heading,
        "title": kept_part("posts/_thread_title.html", facts, {}),
        "head": found.head,
        "answer": _answer(request, found),
        "home_panel": kept_part("posts/_thread_home.html", facts, {}),
    }


def _answer(request: HttpRequest, found: Thread) -> bytes:
    """The form for a reply, or why there is none; a form in which nothing stands yet is kept."""
    form, token = _form(request, found), get_token(request)
    facts = {"thread": found.outline, "form": form}
    if form is not None and (form.body or form.quoted or form.kept_at):
        return render_to_string("posts/_thread_answer.html", {**facts, "csrf_token": token}).encode()
    filled: dict[str, str | bytes] = {"csrf_token": token}
    if form is not None:
        facts["form"] = replace(form, form_key=slot("form_key"))
        filled["form_key"] = form.form_key
    return kept_part("posts/_thread_answer.html", facts, filled)


def _form(request: HttpRequest, found: Thread) -> ReplyForm | None:
    """The form for a reply, which answers the one that ``?to=`` names. One statement where a draft is kept."""
    if not found.may_reply:
        return None
    return reply_form(actor_of(request), thread=found, reply_to_id=number(request.GET, "to"))


def _replies_slots(found: Thread) -> dict[str, str | bytes]:
    count = found.reply_count
    heading = ngettext("one reply", "%(count)s replies", count) % {"count": in_words(count)}
    urls = {
        "earlier_url": f"/posts/{found.id}/?page={found.earlier_page}" if found.earlier_page else "",
        "later_url": f"/posts/{found.id}/?page={found.later_page}" if found.later_page else "",
    }
    facts = {**urls, "heading": capitalised(heading)}
    return {
        "replies_head": kept_part("posts/_thread_replies_head.html", facts, {}),
        "replies": found.replies,
        "replies_foot": kept_part("posts/_thread_replies_foot.html", facts, {}),
    }


def _text(value: str | bytes) -> str:
    return value.decode() if isinstance(value, bytes) else value
