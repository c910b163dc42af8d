"""What people do when they hear something: apply a file that a steward has looked at."""

from weefsel.kernel.events import listen
from weefsel.people.events import SyncAsked
from weefsel.people.jobs.apply_sync import apply_sync


@listen(SyncAsked)
def apply_asked_sync(event: SyncAsked) -> None:
    apply_sync.enqueue(event.run_id, event.account_id, event.person_id)
