from django_tasks import task

from weefsel.kernel.actor import Power, acting_job
from weefsel.notices.commands import settle_request as command


@task()
def settle_request(join_request_id: int) -> None:
    """Tell who asked how it was decided, and ask nobody any more. Safe to run twice."""
    command.settle_request(acting_job(Power.NOTIFY), join_request_id=join_request_id)
