from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.identity.addresses import checked_address
from weefsel.identity.commands.send_letter import send_letter
from weefsel.identity.letters.layout import as_html, as_text
from weefsel.identity.letters.wordings import invitation as invitation_wording
from weefsel.identity.models import Invitation
from weefsel.identity.rules import may_invite
from weefsel.identity.terms import INVITATION_LASTS, LANGUAGES, Purpose
from weefsel.identity.tokens import hash_of, new_token
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Conflict, require


@transaction.atomic
def invite(actor: Actor, *, email: str, language: str, network: str, base_url: str) -> int:
    """Send a letter that lets somebody in, and return the invitation's id. Audited; five statements.

    Refuses all but stewards. Raises ``Conflict`` when an invitation to this address is still open. To whom an address
    belongs is judged one floor up (``shell.commands.invite_people``).
    """
    require(may_invite(actor), _("Only stewards invite people into the network."))
    address = checked_address(email).lower()
    moment = clock.now()
    still_open = Invitation.objects.filter(email__iexact=address, accepted_at=None, withdrawn_at=None)
    if still_open.filter(expires_at__gt=moment).exists():
        raise Conflict(_("%(email)s has an open invitation. Send that one again.") % {"email": address})
    still_open.update(withdrawn_at=moment)
    token = new_token()
    made = Invitation.objects.create(
        email=address,
        token_hash=hash_of(token),
        language=language if language in LANGUAGES else "en",
        invited_by_id=actor.account_id,
        created_at=moment,
        expires_at=moment + INVITATION_LASTS,
    )
    _send(actor, made, token, network, base_url)
    record(actor, "invited", thing="invitation", thing_id=made.pk)
    return made.pk


def _send(actor: Actor, invitation: Invitation, token: str, network: str, base_url: str) -> None:
    address = f"{(settings.BASE_URL or base_url).rstrip('/')}/invitation/{token}/"
    with translation.override(invitation.language):
        words = invitation_wording(
            link=address, network=network, inviter=actor.name, days=INVITATION_LASTS // timedelta(days=1)
        )
        text, html = as_text(words), as_html(words)
    send_letter(
        actor, recipient=invitation.email, subject=words.subject, body=text, html=html, purpose=Purpose.INVITATION
    )
