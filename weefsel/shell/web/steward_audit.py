"""The audit trail on a page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from weefsel.audit.queries.trail import chain
from weefsel.kernel.request import actor_of
from weefsel.shell.queries.audit_trail import audit_trail
from weefsel.shell.web._numbers import number_in
from weefsel.shell.web.steward import for_stewards


@require_safe
def steward_audit(request: HttpRequest) -> HttpResponse:
    """For stewards; and for the works council, what concerns monitoring and legal hold."""
    actor = actor_of(request)
    page = audit_trail(actor, number_in(request.GET, "before") or None)
    return render(request, "shell/audit.html", {"page": page, "is_steward": actor.is_steward})


@for_stewards
@require_safe
def steward_seals(request: HttpRequest) -> HttpResponse:
    """Work the seals out again, on request: it reads the whole trail."""
    return render(request, "shell/seals.html", {"chain": chain(actor_of(request))})
