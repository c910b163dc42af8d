"""Choosing a language before anybody is known: kept in a cookie of this browser, and nowhere else."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from weefsel.identity.signing_in import safe_url
from weefsel.identity.terms import LANGUAGES
from weefsel.kernel.refusals import NotFound

A_YEAR = 60 * 60 * 24 * 365


@require_safe
def speak(request: HttpRequest, code: str) -> HttpResponse:
    """Go back to the page, in this language. Whoever is signed in reads in the language of their settings."""
    if code not in LANGUAGES:
        raise NotFound(_("There is nothing at this address."))
    answer = HttpResponseRedirect(safe_url(request.GET.get("next", "")) or "/sign-in/")
    answer.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=A_YEAR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return answer
