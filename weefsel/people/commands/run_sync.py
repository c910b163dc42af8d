import time

from django.utils.translation import gettext as _

from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.outcome import outcome_of
from weefsel.kernel.refusals import Refusal, require
from weefsel.people.commands.sync_people import sync_people
from weefsel.people.models import SyncRun
from weefsel.people.rules import known_sync, may_sync_people
from weefsel.people.terms import SyncState

_TELL_EVERY = 1.0  # seconds between two notes of how far it is


def run_sync(actor: Actor, *, run_id: int) -> None:
    """Apply a kept file that a steward started, and keep the account of it. For the job that does so.

    Does nothing when the file is applied already; what was interrupted goes on. Refuses whoever may not sync.
    """
    run = known_sync(actor, run_id)
    require(may_sync_people(actor), _("Only stewards bring people in from the HR system."))
    kept_run = SyncRun.objects.filter(pk=run.pk)
    file = kept_run.values_list("file", flat=True).get()
    if run.state != SyncState.RUNNING or file is None:
        return
    kept, missing = bytes(file), run.deactivates_missing
    tell = _Teller(run.pk)
    outcome = outcome_of(lambda: sync_people(actor, file=kept, deactivate_missing=missing, told=tell))
    if isinstance(outcome, Refusal):
        kept_run.update(state=SyncState.REFUSED, problem=str(outcome.sentence), finished_at=clock.now())
    else:
        kept_run.update(state=SyncState.DONE, account=outcome.told(), file=None, finished_at=clock.now())


class _Teller:
    """Writes down how far it is, not more often than a person looks."""

    def __init__(self, run_id: int) -> None:
        self._run_id, self._told_at = run_id, 0.0

    def __call__(self, done: int, whole: int) -> None:
        if time.monotonic() - self._told_at >= _TELL_EVERY or done == whole:
            self._told_at = time.monotonic()
            SyncRun.objects.filter(pk=self._run_id).update(done=done, whole=whole)
