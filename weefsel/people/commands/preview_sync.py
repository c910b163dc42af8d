from typing import Any

from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Conflict, require
from weefsel.people.commands.sync_people import sync_people
from weefsel.people.models import SyncRun
from weefsel.people.rules import known_sync, may_sync_people


def preview_sync(actor: Actor, *, run_id: int, deactivate_missing: bool) -> dict[str, Any]:
    """What applying a kept file would change now, as an account that can be shown. Writes nothing.

    Refuses whoever may not sync; raises ``Conflict`` when the file is no longer kept. Six statements.
    """
    run = known_sync(actor, run_id)
    require(may_sync_people(actor), _("Only stewards bring people in from the HR system."))
    file = SyncRun.objects.filter(pk=run.pk).values_list("file", flat=True).get()
    if file is None:
        raise Conflict(_("This file was applied already; its account stays."))
    return sync_people(actor, file=bytes(file), dry_run=True, deactivate_missing=deactivate_missing).told()
