"""The steward's pages for the HR system's file: hand it in, see what would change, apply it, read the account."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from weefsel.kernel.outcome import outcome_of
from weefsel.kernel.refusals import Invalid, NotFound, Refusal
from weefsel.kernel.request import actor_of
from weefsel.people.commands.drop_sync_file import drop_sync_file
from weefsel.people.commands.keep_sync_file import keep_sync_file
from weefsel.people.commands.preview_sync import preview_sync
from weefsel.people.commands.start_sync import start_sync
from weefsel.people.queries.sync_runs import sync_run, sync_runs
from weefsel.people.terms import HR_FILE_MAX
from weefsel.people.web.forms import SyncForm


@require_http_methods(["GET", "HEAD", "POST"])
def people_sync(request: HttpRequest) -> HttpResponse:
    """The files so far, and the form for the next one."""
    actor = actor_of(request)
    runs = sync_runs(actor)
    form = SyncForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        form = SyncForm(request.POST, request.FILES)
        run_id = _kept(request, form) if form.is_valid() else None
        if run_id is not None:
            return redirect("people_sync_run", run_id=run_id)
    status = 422 if request.method == "POST" else 200
    return render(request, "people/sync.html", {"form": form, "runs": runs}, status=status)


def _kept(request: HttpRequest, form: SyncForm) -> int | None:
    """Keep the file; what is wrong with it is said on the form."""
    upload = form.cleaned_data["file"]
    if upload.size > HR_FILE_MAX:
        most = HR_FILE_MAX // 1024 // 1024
        form.add_error("file", _("This file is larger than %(most)s MB.") % {"most": most})
        return None
    outcome = outcome_of(lambda: keep_sync_file(actor_of(request), file_name=upload.name or "", file=upload.read()))
    if isinstance(outcome, Invalid):
        form.add_error("file", str(outcome.sentence))
        return None
    if isinstance(outcome, Refusal):
        raise outcome
    return outcome


@require_safe
def people_sync_run(request: HttpRequest, run_id: int) -> HttpResponse:
    """One file: what it would change, how far it is, or what it changed."""
    actor = actor_of(request)
    run = sync_run(actor, run_id)
    if run.is_running and "HX-Request" in request.headers:
        return render(request, "people/_sync_running.html", {"run": run})
    facts: dict[str, Any] = {
        "run": run,
        "missing": request.GET.get("missing") == "1",
        "account": run.account,
        "problem": "",
    }
    if not run.is_running and not run.is_done:
        facts |= _preview(request, run_id, missing=facts["missing"])
    response = render(request, "people/sync_run.html", facts)
    if "HX-Request" in request.headers:
        response.headers["HX-Refresh"] = "true"  # it has ended meanwhile: show the whole account
    return response


def _preview(request: HttpRequest, run_id: int, *, missing: bool) -> dict[str, Any]:
    outcome = outcome_of(lambda: preview_sync(actor_of(request), run_id=run_id, deactivate_missing=missing))
    if isinstance(outcome, NotFound):
        raise outcome
    if isinstance(outcome, Refusal):
        return {"account": {}, "problem": str(outcome.sentence)}
    return {"account": outcome}


@require_POST
def apply(request: HttpRequest, run_id: int) -> HttpResponse:
    """Have the file applied as it was looked at."""
    start_sync(actor_of(request), run_id=run_id, deactivate_missing=request.POST.get("missing") == "1")
    return redirect("people_sync_run", run_id=run_id)


@require_POST
def throw_away(request: HttpRequest, run_id: int) -> HttpResponse:
    """Forget the file. Nothing else changes."""
    drop_sync_file(actor_of(request), run_id=run_id)
    messages.success(request, _("The file was thrown away. Nothing was changed."))
    return redirect("people_sync")
