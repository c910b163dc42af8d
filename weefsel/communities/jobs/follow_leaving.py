from django_tasks import task

from weefsel.communities.commands.pass_on_ownerships import pass_on_ownerships
from weefsel.kernel.actor import Power, acting_job


@task()
def follow_leaving(person_id: int) -> None:
    """Find out which communities lost their last owner with this person. Safe to run twice."""
    pass_on_ownerships(acting_job(Power.SYNC_PEOPLE), person_id=person_id)
