from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.identity.models import Letter, Session, SignInLink
from weefsel.identity.rules import may_forget_old_rows
from weefsel.identity.terms import LETTERS_ARE_KEPT, SIGN_IN_LINKS_ARE_KEPT, LetterState
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require


@transaction.atomic
def forget_old_rows(actor: Actor) -> None:
    """Delete sign-in sessions that have run out, letters sent long ago, and links that no longer open anything.

    A letter that still waits or was not taken stays. Refuses all but the job. At most six statements.
    """
    require(may_forget_old_rows(actor), _("Old rows are swept by a job."))
    moment = clock.now()
    Session.objects.filter(expire_date__lt=moment).delete()
    Letter.objects.filter(state=LetterState.SENT, sent_at__lt=moment - LETTERS_ARE_KEPT).delete()
    SignInLink.objects.filter(expires_at__lt=moment - SIGN_IN_LINKS_ARE_KEPT).delete()
