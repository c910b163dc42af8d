"""Signing a proven account in through the library, so that a second step is asked for where the account has one."""

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.core import ratelimit
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from weefsel.identity.models import Account


def sign_in_account(request: HttpRequest, account_id: int, *, method: str, url: str = "") -> HttpResponse:
    """Sign in an account whose owner was proven by ``method``; whoever was signed in before is signed out.

    Leads to ``url`` when that lies within this network, else home; or to the second step, or to the page that says
    that the account is disabled.
    """
    if request.user.is_authenticated:
        logout(request)
    account = Account.objects.get(pk=account_id)
    record_authentication(request, account, method=method, email=account.email)
    answer: HttpResponse = perform_login(
        request, Login(user=account, email=account.email, redirect_url=safe_url(url) or None)
    )
    return answer


def safe_url(url: str) -> str:
    """The address if it lies within this network, else nothing: nobody is led outside by a link to us."""
    return url if url.startswith("/") and get_adapter().is_safe_url(url) else ""


def limited(request: HttpRequest, action: str) -> HttpResponse | None:
    """The calm page with status 429 when there were too many tries, in any process; nothing otherwise."""
    answer: HttpResponse | None = ratelimit.consume_or_429(request, action=action)
    return answer
