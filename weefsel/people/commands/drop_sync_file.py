from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Conflict, require
from weefsel.people.models import SyncRun
from weefsel.people.rules import known_sync, may_sync_people
from weefsel.people.terms import SyncState


@transaction.atomic
def drop_sync_file(actor: Actor, *, run_id: int) -> None:
    """Throw a file away that was looked at, or refused. Nothing else changes. Audited. Three statements.

    Refuses whoever may not sync; raises ``Conflict`` when it is being applied or was.
    """
    run = known_sync(actor, run_id)
    require(may_sync_people(actor), _("Only stewards bring people in from the HR system."))
    if run.state not in {SyncState.WAITING, SyncState.REFUSED}:
        raise Conflict(_("This file was applied already; its account stays."))
    SyncRun.objects.filter(pk=run.pk).delete()
    record(actor, "sync_file_dropped", thing="sync_run", thing_id=run.pk)
