from django_tasks import task

from weefsel.kernel.actor import Power, acting_job
from weefsel.notices.commands import tell_of_role as command


@task()
def tell_of_role(community_id: int, person_id: int, by_id: int) -> None:
    """Tell a new owner that they are one. Safe to run twice."""
    command.tell_of_role(acting_job(Power.NOTIFY), community_id=community_id, person_id=person_id, by_id=by_id)
