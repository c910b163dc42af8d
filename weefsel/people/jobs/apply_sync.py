"""Apply a file from the HR system that a steward looked at."""

from django_tasks import task

from weefsel.kernel.actor import Actor, Door, Power
from weefsel.people.commands.run_sync import run_sync


@task(queue_name="slow")
def apply_sync(run_id: int, account_id: int, person_id: int) -> None:
    """As the steward who started it, so that they are not thought to be missing."""
    actor = Actor(door=Door.JOB, account_id=account_id, person_id=person_id, powers=frozenset({Power.SYNC_PEOPLE}))
    run_sync(actor, run_id=run_id)
