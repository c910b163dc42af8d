from django_tasks import task

from weefsel.kernel.actor import Power, acting_job
from weefsel.notices.commands import tell_of_lost_owner as command


@task()
def tell_of_lost_owner(community_id: int, person_id: int) -> None:
    """Ask the stewards to find another owner. Safe to run twice."""
    command.tell_of_lost_owner(acting_job(Power.NOTIFY), community_id=community_id, person_id=person_id)
