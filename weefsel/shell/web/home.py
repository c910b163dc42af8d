"""The home page, "I have read this", and "anything new?"."""

from collections.abc import Mapping
from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_GET, require_POST, require_safe

from weefsel.kernel.counting import capitalised, in_words
from weefsel.kernel.request import actor_of
from weefsel.posts.commands.mark_seen import mark_seen as mark_seen_command
from weefsel.posts.queries.feed import MOST_COUNTED, count_new
from weefsel.posts.queries.homes import my_homes
from weefsel.shell.frame import address
from weefsel.shell.queries.home_page import HomePage, home_page
from weefsel.shell.queries.session_tag import Visit, read_tag
from weefsel.shell.web._numbers import number_in
from weefsel.ui.components.feed import news_line
from weefsel.ui.components.time import clock_text, day_text
from weefsel.ui.kept import kept_page


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What is new, where one stopped reading, and an end. Three statements while every card is kept."""
    visit = _visit(request)
    welcome = address("welcome")
    if not visit.is_welcomed and welcome != "/":
        return HttpResponseRedirect(welcome)
    before, until = number_in(request.GET, "before"), number_in(request.GET, "until")
    seen_id = visit.seen_id if visit.seen_at else None
    page = home_page(visit.actor, seen_id=seen_id, before=before, until_id=until)
    request.my_communities = page.communities  # type: ignore[attr-defined]  # the frame need not ask again
    today = timezone.localdate()
    facts = {
        "heading": formats.date_format(today, pgettext("format of today on the home page", "l j F")),
        "is_first_page": not before,
        "is_employee": visit.actor.is_employee,
    }
    slots = {
        "sentence": _sentence(page, visit, is_first_page=not before),
        "feed": render_to_string("shell/_home_feed.html", _feed_facts(request, page, visit, is_first_page=not before)),
        "news": news_line("/", news_url=f"/news/?shown={page.newest_id}"),
    }
    return kept_page(request, "shell/home.html", facts, slots)


@require_POST
def mark_seen(request: HttpRequest) -> HttpResponse:
    """Move the seen mark; a script needs no page in answer."""
    mark_seen_command(actor_of(request), until_id=number_in(request.POST, "until"))
    if request.headers.get("X-Requested-With") == "fetch":
        return HttpResponse(status=204)
    return HttpResponseRedirect("/")


@require_GET
def news(request: HttpRequest) -> HttpResponse:
    """How many posts are new since the page was drawn, as JSON. One statement when nothing has changed, else three."""
    visit = read_tag(request.COOKIES.get("weefsel-session", ""))
    if visit is None:
        return HttpResponse(status=401)
    if request.headers.get("If-None-Match") == visit.tag:
        answer: HttpResponse = HttpResponseNotModified()
    else:
        answer = JsonResponse(_news(visit, number_in(request.GET, "shown")))
    answer["ETag"] = visit.tag
    return answer


def _news(visit: Visit, shown: int) -> dict[str, object]:
    count = 0
    if visit.seen_at or shown:
        count = count_new(visit.actor, homes=my_homes(visit.actor), seen_id=max(visit.seen_id, shown))
    label = ngettext("%(count)s new post", "%(count)s new posts", count) % {"count": count}
    if count >= MOST_COUNTED:
        label = _("Many new posts")
    return {"count": count, "label": label if count else "", "url": "/"}


def _visit(request: HttpRequest) -> Visit:
    visit: Visit = request.visit  # type: ignore[attr-defined]  # strangers were sent to the door
    return visit


def _sentence(page: HomePage, visit: Visit, *, is_first_page: bool) -> str:
    if not is_first_page:
        return _("Earlier posts of your communities and of people you follow.")
    if visit.seen_at is None:
        return _("What your communities and the people you follow have written, newest first.")
    since = {"when": _when(visit.seen_at)}
    if page.new_count >= MOST_COUNTED:
        return _("More than a hundred new posts since %(when)s.") % since
    if not page.new_count:
        return _("Nothing new since %(when)s.") % since
    sentence = ngettext("one new post since %(when)s.", "%(count)s new posts since %(when)s.", page.new_count)
    return capitalised(sentence % {**since, "count": in_words(page.new_count)})


def _feed_facts(request: HttpRequest, page: HomePage, visit: Visit, *, is_first_page: bool) -> Mapping[str, object]:
    seen_at = visit.seen_at
    when = {"when": _when(seen_at)} if seen_at else {"when": ""}
    more = ngettext("%(count)s more since %(when)s", "%(count)s more since %(when)s", page.beyond)
    return {
        "page": page,
        "is_first_page": is_first_page,
        "is_employee": visit.actor.is_employee,
        "has_mark": seen_at is not None,
        "since": _("New since %(when)s") % when if seen_at else "",
        "more": more % {"count": page.beyond, **when},
        "read_until": _read_until(seen_at) if seen_at else "",
        "end_title": _("You are up to date") if page.earlier or is_first_page else _("This is where it begins"),
        "end_sentence": _end_sentence(page, seen_at, is_first_page=is_first_page),
        "earlier_url": f"/?before={page.earlier}&until={page.newest_id}" if page.earlier else "",
        "csrf_token": get_token(request),
    }


def _end_sentence(page: HomePage, seen_at: datetime | None, *, is_first_page: bool) -> str:
    if not page.earlier and not is_first_page:
        return _("Nothing was written before this.")
    if seen_at is None or not is_first_page:
        return ""
    return _("That was everything new in your communities since %(when)s.") % {"when": _when(seen_at)}


def _when(moment: datetime) -> str:
    """Say "Tuesday", "yesterday", "3 March"; within today the time of day."""
    today, day = timezone.localdate(), timezone.localtime(moment).date()
    return clock_text(moment) if day == today else day_text(day, today)


def _read_until(moment: datetime) -> str:
    today, day = timezone.localdate(), timezone.localtime(moment).date()
    words = {"day": day_text(day, today), "time": clock_text(moment)}
    if (today - day).days <= 1:  # "today", "yesterday"
        return _("You had read up to here %(day)s at %(time)s") % words
    return _("You had read up to here on %(day)s at %(time)s") % words
