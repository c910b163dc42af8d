from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.identity.addresses import checked_address
from weefsel.identity.events import LetterWritten
from weefsel.identity.models import Letter
from weefsel.identity.rules import may_send_letter
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import require
from weefsel.kernel.text import one_line, plain

SUBJECT_MAX = 255


@transaction.atomic
def send_letter(actor: Actor, *, recipient: str, subject: str, body: str, html: str = "", purpose: str) -> int:
    """Put a letter into the outbox, from which a job sends it, and return its id.

    The row is written in the caller's transaction, so a letter goes out exactly when the deed stands. Refuses whoever
    may not mail, and an address that is none. Announces ``LetterWritten``. Two statements.
    """
    require(may_send_letter(actor), _("Only stewards and the network itself send letters."))
    letter = Letter.objects.create(
        recipient=checked_address(recipient),
        subject=one_line(subject)[:SUBJECT_MAX],
        body=plain(body),
        html=plain(html),
        purpose=purpose,
    )
    announce(LetterWritten(letter_id=letter.pk))
    return letter.pk
