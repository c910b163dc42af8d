"""The files from the HR system that were handed in, for stewards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import NotFound
from weefsel.people.models import SyncRun
from weefsel.people.rules import known_sync, may_sync_people
from weefsel.people.terms import SyncState

MOST_LISTED = 30


@dataclass(frozen=True, slots=True)
class SyncRunCard:
    """A file and how far it is."""

    id: int
    file_name: str
    state: str
    state_label: str
    handed_in_at: datetime
    finished_at: datetime | None
    done: int
    whole: int
    problem: str
    deactivates_missing: bool
    account: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_waiting(self) -> bool:
        return self.state == SyncState.WAITING

    @property
    def is_running(self) -> bool:
        return self.state == SyncState.RUNNING

    @property
    def is_done(self) -> bool:
        return self.state == SyncState.DONE


def sync_runs(actor: Actor) -> list[SyncRunCard]:
    """The newest files first, without their accounts. Raises ``NotFound`` for who may not sync. One statement."""
    if not may_sync_people(actor):
        raise NotFound
    return [_card(run, {}) for run in SyncRun.objects.defer("file", "account").order_by("-pk")[:MOST_LISTED]]


def sync_run(actor: Actor, run_id: int) -> SyncRunCard:
    """One file, with its account once it is applied. Raises ``NotFound`` for who may not sync. One statement."""
    run = known_sync(actor, run_id)
    return _card(run, run.account)


def _card(run: SyncRun, account: Mapping[str, Any]) -> SyncRunCard:
    return SyncRunCard(
        id=run.pk,
        file_name=run.file_name,
        state=run.state,
        state_label=str(SyncState(run.state).label),
        handed_in_at=run.created_at,
        finished_at=run.finished_at,
        done=run.done,
        whole=run.whole,
        problem=run.problem,
        deactivates_missing=run.deactivates_missing,
        account=account,
    )
