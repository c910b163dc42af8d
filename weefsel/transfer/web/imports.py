"""The steward's pages for imports: hand a file in, watch it come in, read the account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from weefsel.kernel.request import actor_of
from weefsel.transfer import uploads
from weefsel.transfer.commands.start_import import start_import
from weefsel.transfer.queries.import_runs import import_run, import_runs
from weefsel.transfer.web.forms import SlackForm


@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: HttpRequest) -> HttpResponse:
    """The imports so far, and the form for the next one."""
    actor = actor_of(request)
    runs = import_runs(actor)
    form = SlackForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        path = uploads.keep(upload.chunks())
        run_id = start_import(
            actor, kind="slack", file_name=upload.name or "", path=path, dry_run=form.cleaned_data["is_trial"]
        )
        return redirect("import_run", run_id=run_id)
    status = 422 if request.method == "POST" else 200
    return render(request, "transfer/imports.html", {"form": form, "runs": runs}, status=status)


@require_safe
def import_account(request: HttpRequest, run_id: int) -> HttpResponse:
    """One import: its progress while it runs (asked for again every two seconds), then its account."""
    run = import_run(actor_of(request), run_id)
    template = "transfer/_run.html" if request.headers.get("HX-Request") else "transfer/import_run.html"
    return render(request, template, {"run": run})
