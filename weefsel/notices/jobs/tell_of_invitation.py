from django_tasks import task

from weefsel.kernel.actor import Power, acting_job
from weefsel.notices.commands import tell_of_invitation as command


@task()
def tell_of_invitation(invitation_id: int) -> None:
    """Tell somebody that they are invited. Safe to run twice."""
    command.tell_of_invitation(acting_job(Power.NOTIFY), invitation_id=invitation_id)
