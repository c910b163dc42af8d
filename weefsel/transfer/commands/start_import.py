import hashlib
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.kernel.actor import Actor, Door
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import require
from weefsel.transfer.events import ImportAsked
from weefsel.transfer.models import ImportRun
from weefsel.transfer.rules import may_import

_CHUNK = 1024 * 1024


@transaction.atomic
def start_import(actor: Actor, *, kind: str, file_name: str, path: Path, dry_run: bool = False) -> int:
    """Note an import of a file that lies at ``path``, and return its number. Refuses whoever may not import. Audited.

    From a page it goes on in a job, so that a closed page or a dead process stops nothing (announces ``ImportAsked``);
    a command runs it itself.
    """
    require(may_import(actor), _("Only stewards import conversations."))
    run = ImportRun.objects.create(
        kind=kind,
        file_name=file_name[:255],
        file_path=str(path),
        digest=_digest(path),
        started_by_id=actor.account_id,
        is_dry_run=dry_run,
    )
    record(actor, "import_started", thing="import", thing_id=run.pk, kind=kind, dry_run=dry_run)
    if actor.door is Door.WEB:
        announce(ImportAsked(run_id=run.pk))
    return run.pk


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
