"""The inbox: what concerns the reader, with "done" and "undo". It ends."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from weefsel.kernel.actor import Actor
from weefsel.kernel.counting import capitalised, in_words
from weefsel.kernel.request import actor_of
from weefsel.notices.commands.finish_all import finish_all
from weefsel.notices.commands.finish_notice import finish_notice
from weefsel.notices.commands.reopen_notice import reopen_notice
from weefsel.notices.queries.inbox import inbox as inbox_query
from weefsel.notices.queries.inbox import notice_card

_MOST_DIGITS = 18


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """The open notices, or with ``?show=done`` those that were put aside."""
    is_done = request.GET.get("show") == "done"
    before = _number(request.GET.get("before", ""))
    page = inbox_query(actor_of(request), is_done=is_done, before=before)
    facts = {
        "page": page,
        "is_done": is_done,
        "is_open_shown": not is_done,
        "is_first": not before,
        "newest_id": page.rows[0].id if page.rows else 0,
        "earlier_url": _earlier(page.next_cursor, is_done=is_done),
    }
    return render(request, "notices/inbox.html", facts)


def _earlier(cursor: str, *, is_done: bool) -> str:
    if not cursor:
        return ""
    return f"/inbox/?show=done&before={cursor}" if is_done else f"/inbox/?before={cursor}"


def _row_after(deed: Callable[..., None]) -> Callable[[HttpRequest, int], HttpResponse]:
    @require_POST
    def act(request: HttpRequest, notice_id: int) -> HttpResponse:
        actor: Actor = actor_of(request)
        deed(actor, notice_id=notice_id)
        if request.headers.get("HX-Request"):
            return render(request, "notices/_notice.html", {"notice": notice_card(actor, notice_id)})
        return HttpResponseRedirect("/inbox/" if deed is finish_notice else "/inbox/?show=done")

    return act


done, undo = _row_after(finish_notice), _row_after(reopen_notice)


@require_POST
def all_done(request: HttpRequest) -> HttpResponse:
    """Put aside everything up to the newest one that was shown."""
    count = finish_all(actor_of(request), until_id=_number(request.POST.get("until", "")))
    sentence = ngettext(
        "one notice is done; you find it under Done.", "%(count)s notices are done; you find them under Done.", count
    )
    messages.success(request, capitalised(sentence % {"count": in_words(count)}))
    return HttpResponseRedirect("/inbox/")


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else 0
