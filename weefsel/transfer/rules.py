"""Who may bring things in: stewards, and the operator's command."""

from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor, Power
from weefsel.kernel.refusals import NotFound
from weefsel.transfer.models import ImportRun


def may_import(actor: Actor) -> bool:
    """Hand a file in, and read the account."""
    return actor.is_steward or actor.has(Power.IMPORT)


def may_bring_in(actor: Actor) -> bool:
    """Do it: the job that a steward's file begins, and the operator's command."""
    return actor.has(Power.IMPORT)


def known_run(actor: Actor, run_id: int) -> ImportRun:
    """The import, for whoever may import. Raises ``NotFound`` otherwise. One statement."""
    run = ImportRun.objects.filter(pk=run_id).first() if may_import(actor) else None
    if run is None:
        raise NotFound(_("There is no such import here."))
    return run
