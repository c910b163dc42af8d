from django_tasks import task

from weefsel.kernel.actor import Power, acting_job
from weefsel.notices.commands import settle_invitation as command


@task()
def settle_invitation(invitation_id: int) -> None:
    """Finish the notice of an invitation that was answered. Safe to run twice."""
    command.settle_invitation(acting_job(Power.NOTIFY), invitation_id=invitation_id)
