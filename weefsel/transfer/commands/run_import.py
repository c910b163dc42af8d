from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Refusal, require
from weefsel.transfer import uploads
from weefsel.transfer.commands.import_slack import import_slack
from weefsel.transfer.models import ImportRun
from weefsel.transfer.rules import known_run, may_bring_in
from weefsel.transfer.terms import RunState

Progress = Callable[[str, int, int], None]
Importer = Callable[..., dict[str, Any]]

IMPORTERS: dict[str, Importer] = {"slack": import_slack}


def run_import(actor: Actor, *, run_id: int, progress: Progress | None = None) -> dict[str, Any]:
    """Run a noted import to its end, and keep its written account. Returns the facts of the account.

    What was interrupted is run again: each importer finds what came in before. A refusal of the importer is kept with
    the import and raised. A file that was handed in on a page is deleted when the import is done or refused.
    """
    run = known_run(actor, run_id)
    require(may_bring_in(actor), _("Imports run in a job or a command."))
    _note(run, state=RunState.RUNNING)

    def report(what: str, done: int, total: int) -> None:
        _note(run, progress={"what": what, "done": done, "total": total})
        if progress is not None:
            progress(what, done, total)

    try:
        facts = IMPORTERS[run.kind](actor, path=Path(run.file_path), dry_run=run.is_dry_run, progress=report)
    except Refusal as refusal:
        _note(run, state=RunState.REFUSED, problem=str(refusal.sentence), finished_at=clock.now())
        uploads.forget(Path(run.file_path))
        raise
    _note(run, state=RunState.DONE, account=facts, finished_at=clock.now())
    uploads.forget(Path(run.file_path))
    record(actor, "import_finished", thing="import", thing_id=run.pk, imported=facts["imported"])
    return facts


def _note(run: ImportRun, **values: Any) -> None:
    ImportRun.objects.filter(pk=run.pk).update(**values)
