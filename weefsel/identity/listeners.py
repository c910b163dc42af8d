"""What identity does when something was announced."""

from weefsel.identity.events import LetterWritten
from weefsel.identity.jobs.deliver_letter import deliver_waiting_letter
from weefsel.kernel.events import listen


@listen(LetterWritten)
def enqueue_delivery(event: LetterWritten) -> None:
    deliver_waiting_letter.enqueue(event.letter_id)
