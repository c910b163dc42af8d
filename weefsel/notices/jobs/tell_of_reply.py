from django_tasks import task

from weefsel.kernel.actor import Power, acting_job
from weefsel.notices.commands import tell_of_reply as command


@task()
def tell_of_reply(post_id: int, after: int = 0) -> None:
    """Tell fifty who follow a thread of a reply, and leave the next ones to the next job. Safe to run twice."""
    next_after = command.tell_of_reply(acting_job(Power.NOTIFY), post_id=post_id, after=after)
    if next_after:
        tell_of_reply.enqueue(post_id, next_after)
