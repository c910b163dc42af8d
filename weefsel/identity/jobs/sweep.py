"""What signing in leaves behind is kept as long as somebody needs it."""

from datetime import timedelta

from django_tasks import task

from weefsel.identity.commands.forget_old_rows import forget_old_rows
from weefsel.kernel.actor import Power, acting_job
from weefsel.kernel.jobs import schedule


@schedule("identity.sweep", every=timedelta(hours=6))
@task(queue_name="slow")
def sweep_old_rows() -> None:
    """Forget sessions that have run out, old letters and dead links."""
    forget_old_rows(acting_job(Power.SWEEP))
