from dataclasses import dataclass
from datetime import datetime
from typing import Any

from weefsel.kernel.actor import Actor
from weefsel.kernel.paging import PAGE_SIZE
from weefsel.kernel.refusals import NotFound
from weefsel.transfer.models import ImportRun
from weefsel.transfer.rules import known_run, may_import


@dataclass(frozen=True, slots=True)
class ImportCard:
    """An import and its written account, for a steward."""

    id: int
    kind: str
    file_name: str
    state: str
    is_dry_run: bool
    started_at: datetime
    finished_at: datetime | None
    progress: dict[str, Any]
    account: dict[str, Any]
    problem: str

    @property
    def is_under_way(self) -> bool:
        return self.state in {"waiting", "running"}


def import_runs(actor: Actor) -> list[ImportCard]:
    """The newest imports. One statement. Raises ``NotFound`` for who may not import."""
    if not may_import(actor):
        raise NotFound
    return [_card(run) for run in ImportRun.objects.order_by("-id")[:PAGE_SIZE]]


def import_run(actor: Actor, run_id: int) -> ImportCard:
    """One import. One statement. Raises ``NotFound`` for who may not import."""
    return _card(known_run(actor, run_id))


def _card(run: ImportRun) -> ImportCard:
    return ImportCard(
        run.pk,
        run.kind,
        run.file_name,
        run.state,
        run.is_dry_run,
        run.created_at,
        run.finished_at,
        run.progress,
        run.account,
        run.problem,
    )
