"""Who is asking, in which language and zone; and how a refusal becomes a page."""

import zoneinfo
from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from weefsel.identity.sign_in_sessions import note_use
from weefsel.kernel.actor import STRANGER
from weefsel.kernel.refusals import NotFound, Refusal
from weefsel.kernel.request import actor_of
from weefsel.people.queries.network import is_set_up
from weefsel.shell.queries.session_tag import read_visit

Answer = Callable[[HttpRequest], HttpResponse]

# What a stranger may ask for; every other address, existing or not, answers with the sign-in page.
OPEN_TO_STRANGERS = ("/sign-in/", "/invitation/", "/set-up/", "/health/", "/static/", "/keys/")

# Until a network stands here, everything else leads to its set-up.
OPEN_BEFORE_SET_UP = ("/set-up/", "/sign-in/language/", "/health/", "/static/")


def visitor(get_response: Answer) -> Answer:
    """Put ``actor`` and ``visit`` on the request, and speak the reader's language in their time zone."""

    def answer(request: HttpRequest) -> HttpResponse:
        key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
        visit = read_visit(key) if key else None
        if visit is not None and visit.is_stale:
            note_use(key)  # pages that are read often do not load the session, which would note it
        request.visit = visit  # type: ignore[attr-defined]
        request.actor = visit.actor if visit else STRANGER  # type: ignore[attr-defined]
        language = visit.actor.language if visit else translation.get_language_from_request(request)
        zone = visit.actor.time_zone if visit else settings.TIME_ZONE
        request.LANGUAGE_CODE = language
        with translation.override(language), timezone.override(_zone(zone)):
            response = get_response(request)
            response.headers.setdefault("Content-Language", language)
            response.headers.setdefault("Cache-Control", "private, no-cache")
        return response

    return answer


def refusals(get_response: Answer) -> Answer:
    """Send strangers to the door, and turn the four refusals into a page or a fragment with their status."""

    def answer(request: HttpRequest) -> HttpResponse:
        if not actor_of(request).is_somebody:
            if not request.path.startswith(OPEN_BEFORE_SET_UP) and not is_set_up(STRANGER):
                return HttpResponseRedirect("/set-up/")
            if not request.path.startswith(OPEN_TO_STRANGERS):
                return HttpResponseRedirect(f"/sign-in/?{urlencode({'next': request.get_full_path()})}")
        elif "\x00" in request.path:  # names nothing, and a database may refuse to be asked for it
            return refused(request, NotFound(_("There is nothing at this address.")))
        response = get_response(request)
        if response.status_code == HttpResponse.status_code:
            return response
        if response.status_code == NotFound.status and not getattr(response, "is_refusal", False):
            return refused(request, NotFound(_("There is nothing at this address.")))
        return response

    def process_exception(request: HttpRequest, problem: Exception) -> HttpResponse | None:
        return refused(request, problem) if isinstance(problem, Refusal) else None

    answer.process_exception = process_exception  # type: ignore[attr-defined]
    return answer


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """The page that says what happened, that nothing was lost, and what to do."""
    titles = {
        403: _("You cannot do this"),
        404: _("Not found"),
        409: _("Something changed meanwhile"),
        422: _("This cannot be taken as it is"),
        503: _("Not possible just now"),
        507: _("No room left"),
    }
    sentence = str(refusal.sentence) or " ".join(str(s) for s in getattr(refusal, "fields", {}).values())
    if not sentence and refusal.status == NotFound.status:  # the same words, whatever it is that does not exist
        sentence = _("There is nothing at this address.")
    template = "ui/_refusal.html" if request.headers.get("HX-Request") else "ui/refusal.html"
    context = {"status": refusal.status, "title": titles.get(refusal.status, ""), "sentence": sentence, "back": "/"}
    context["was_sent"] = request.method not in {"GET", "HEAD"}
    response = render(request, template, context, status=refusal.status)
    response.is_refusal = True  # type: ignore[attr-defined]
    return response


def _zone(name: str) -> zoneinfo.ZoneInfo:
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return zoneinfo.ZoneInfo("UTC")
