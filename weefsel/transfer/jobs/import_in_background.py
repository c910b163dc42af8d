from django_tasks import task

from weefsel.kernel.actor import Power, acting_job
from weefsel.transfer.commands.run_import import run_import


@task(queue_name="slow")
def import_in_background(run_id: int) -> None:
    """Run an import that a steward started from a page."""
    run_import(acting_job(Power.IMPORT), run_id=run_id)
