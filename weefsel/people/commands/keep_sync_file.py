from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.kernel.text import one_line
from weefsel.people.commands._sync.keeping import kept_part
from weefsel.people.commands._sync.table import read_table
from weefsel.people.models import SyncRun
from weefsel.people.rules import may_sync_people

FILE_NAME_MAX = 255


@transaction.atomic
def keep_sync_file(actor: Actor, *, file_name: str, file: bytes) -> int:
    """Keep a file from the HR system until it is applied or thrown away, and return its number.

    Columns that are never taken are not kept either. Refuses whoever may not sync; raises ``Invalid`` for a file that
    cannot be read. Audited. Two statements.
    """
    require(may_sync_people(actor), _("Only stewards bring people in from the HR system."))
    kept = kept_part(read_table(file))
    run = SyncRun.objects.create(
        file_name=one_line(file_name)[:FILE_NAME_MAX] or _("a file"), file=kept, started_by_id=actor.account_id
    )
    record(actor, "sync_file_kept", thing="sync_run", thing_id=run.pk)
    return run.pk
