"""Sends one letter of the outbox."""

from django_tasks import TaskContext, task

from weefsel.identity.commands.deliver_letter import deliver_letter
from weefsel.kernel.actor import Power, acting_job
from weefsel.kernel.jobs.queue import ATTEMPTS


@task(queue_name="mail", takes_context=True)
def deliver_waiting_letter(context: TaskContext, letter_id: int) -> None:
    """Send the letter if it still waits. Comes again by itself while the mail server cannot be reached."""
    deliver_letter(acting_job(Power.SEND_MAIL), letter_id=letter_id, is_last_try=context.attempt >= ATTEMPTS)
