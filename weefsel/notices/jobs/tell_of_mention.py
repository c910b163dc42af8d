from django_tasks import task

from weefsel.kernel.actor import Power, acting_job
from weefsel.notices.commands import tell_of_mention as command


@task()
def tell_of_mention(post_id: int, person_id: int) -> None:
    """Tell somebody that a post mentions them. Safe to run twice."""
    command.tell_of_mention(acting_job(Power.NOTIFY), post_id=post_id, person_id=person_id)
