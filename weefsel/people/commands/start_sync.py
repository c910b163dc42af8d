from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import Conflict, require
from weefsel.people.events import SyncAsked
from weefsel.people.models import SyncRun
from weefsel.people.rules import known_sync, may_sync_people
from weefsel.people.terms import SyncState


@transaction.atomic
def start_sync(actor: Actor, *, run_id: int, deactivate_missing: bool) -> None:
    """Have a kept file applied by a job, so that a closed page stops nothing. Audited. Five statements.

    Refuses whoever may not sync; raises ``Conflict`` when this file was started already or another one is being
    applied. Announces ``SyncAsked``.
    """
    run = known_sync(actor, run_id)
    require(may_sync_people(actor), _("Only stewards bring people in from the HR system."))
    if SyncRun.objects.filter(state=SyncState.RUNNING).exists():
        raise Conflict(_("A file is being applied at this moment. Wait until it is done."))
    startable = SyncRun.objects.filter(pk=run.pk, state__in=[SyncState.WAITING, SyncState.REFUSED])
    if not startable.update(
        state=SyncState.RUNNING, deactivates_missing=deactivate_missing, problem="", done=0, whole=0
    ):
        raise Conflict(_("This file was applied already; its account stays."))
    record(actor, "sync_started", thing="sync_run", thing_id=run.pk, deactivate_missing=deactivate_missing)
    announce(SyncAsked(run_id=run.pk, account_id=actor.account_id or 0, person_id=actor.person_id or 0))
