from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.identity.events import LetterWritten
from weefsel.identity.models import Letter
from weefsel.identity.rules import known_letter, may_send_letter
from weefsel.identity.terms import LetterState
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import Conflict, require


@transaction.atomic
def resend_letter(actor: Actor, *, letter_id: int) -> None:
    """Try a letter again that the mail server did not take. Announces ``LetterWritten``.

    Refuses all but stewards; raises ``Conflict`` when the letter did not fail. Three statements.
    """
    letter = known_letter(actor, letter_id)
    require(may_send_letter(actor), _("Only stewards send letters again."))
    if not Letter.objects.filter(pk=letter.pk, state=LetterState.FAILED).update(state=LetterState.WAITING, error=""):
        raise Conflict(_("This letter has gone out, or still waits for its turn."))
    announce(LetterWritten(letter_id=letter.pk))
