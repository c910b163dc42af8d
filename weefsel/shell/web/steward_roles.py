"""Roles of the network on the steward's desk."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from weefsel.identity.commands.give_role import give_role
from weefsel.identity.commands.take_role import take_role
from weefsel.kernel.outcome import outcome_of
from weefsel.kernel.refusals import NotFound
from weefsel.kernel.request import actor_of
from weefsel.shell.queries.accounts import account_of_email, role_holders
from weefsel.shell.web.forms import ROLE_NAMES, RoleForm
from weefsel.shell.web.steward import for_stewards
from weefsel.shell.web.taking import taken


@for_stewards
@require_http_methods(["GET", "HEAD", "POST"])
def steward_roles(request: HttpRequest) -> HttpResponse:
    """Who has which role, and giving one."""
    actor = actor_of(request)
    form = RoleForm(request.POST or None)
    if form.is_bound and form.is_valid():
        account_id = outcome_of(lambda: account_of_email(actor, form.cleaned_data["email"]))
        if isinstance(account_id, int):
            taken(form, lambda: give_role(actor, account_id=account_id, role=form.cleaned_data["role"]))
        elif isinstance(account_id, NotFound):
            form.add_error("email", str(account_id.sentence))
        if form.is_valid():
            messages.success(request, _("The role is given."))
            return HttpResponseRedirect(reverse("roles"))
    holders = [(holder, ROLE_NAMES[holder.role]) for holder in role_holders(actor)]
    facts = {"form": form, "holders": holders}
    return render(request, "shell/roles.html", facts, status=422 if form.is_bound else 200)


@for_stewards
@require_POST
def take(request: HttpRequest, account_id: int, role: str) -> HttpResponse:
    take_role(actor_of(request), account_id=account_id, role=role)
    messages.success(request, _("The role is taken away."))
    return HttpResponseRedirect(reverse("roles"))
