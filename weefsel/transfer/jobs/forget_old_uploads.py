from datetime import timedelta

from django_tasks import task

from weefsel.kernel.jobs import schedule
from weefsel.transfer import uploads


@schedule("transfer.old_uploads", every=timedelta(hours=12))
@task(queue_name="slow")
def forget_old_uploads() -> None:
    """Delete exports that no import took away, because it never came to its end."""
    uploads.forget_old()
