"""Whether a link still opens anything."""

from dataclasses import dataclass

from weefsel.identity.models import Invitation, SignInLink
from weefsel.identity.rules import may_open_accounts
from weefsel.identity.tokens import hash_of
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class OpenInvitation:
    """An invitation that was neither used nor withdrawn, nor has run out."""

    email: str
    language: str


def is_open_link(actor: Actor, token: str) -> bool:
    """Whether a sign-in link would still sign in. One statement."""
    still = SignInLink.objects.filter(token_hash=hash_of(token), used_at=None, expires_at__gt=clock.now())
    return may_open_accounts(actor) and still.exists()


def open_invitation(actor: Actor, token: str) -> OpenInvitation | None:
    """The invitation behind a token, if it still lets somebody in. One statement."""
    still = Invitation.objects.filter(
        token_hash=hash_of(token), accepted_at=None, withdrawn_at=None, expires_at__gt=clock.now()
    )
    row = still.first() if may_open_accounts(actor) else None
    return OpenInvitation(row.email, row.language) if row else None
