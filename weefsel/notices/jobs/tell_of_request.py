from django_tasks import task

from weefsel.kernel.actor import Power, acting_job
from weefsel.notices.commands import tell_of_request as command


@task()
def tell_of_request(join_request_id: int) -> None:
    """Tell who decides that somebody asks to join. Safe to run twice."""
    command.tell_of_request(acting_job(Power.NOTIFY), join_request_id=join_request_id)
