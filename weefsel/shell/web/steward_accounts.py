"""Accounts on the steward's desk."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from weefsel.identity.commands.disable_account import disable_account
from weefsel.identity.commands.enable_account import enable_account
from weefsel.identity.commands.reset_second_factors import reset_second_factors
from weefsel.kernel.request import actor_of
from weefsel.shell.queries.accounts import accounts
from weefsel.shell.web._numbers import number_in
from weefsel.shell.web.steward import for_stewards


@for_stewards
@require_safe
def steward_accounts(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("q", "").replace("\x00", "")[:100]
    page = accounts(actor_of(request), words, number_in(request.GET, "after") or None)
    return render(request, "shell/accounts.html", {"page": page, "words": words})


@for_stewards
@require_POST
def disable(request: HttpRequest, account_id: int) -> HttpResponse:
    disable_account(actor_of(request), account_id=account_id)
    messages.success(request, _("The account is disabled, and its sign-ins have ended."))
    return HttpResponseRedirect(reverse("accounts"))


@for_stewards
@require_POST
def enable(request: HttpRequest, account_id: int) -> HttpResponse:
    enable_account(actor_of(request), account_id=account_id)
    messages.success(request, _("The account can sign in again."))
    return HttpResponseRedirect(reverse("accounts"))


@for_stewards
@require_POST
def reset_factors(request: HttpRequest, account_id: int) -> HttpResponse:
    reset_second_factors(actor_of(request), account_id=account_id)
    messages.success(request, _("App, passkeys and recovery codes are taken off. A code by mail signs in."))
    return HttpResponseRedirect(reverse("accounts"))
