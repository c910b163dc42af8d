"""Where somebody is signed in."""

from dataclasses import dataclass
from datetime import datetime

from weefsel.identity.devices import device_text
from weefsel.identity.models import Session
from weefsel.identity.tokens import public_id
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class SignedInBrowser:
    """One browser that is signed in. ``session_id`` names it without opening anything."""

    session_id: str
    device: str
    is_phone: bool
    since: datetime
    last_seen: datetime
    is_current: bool


def my_sessions(actor: Actor, current_key: str) -> list[SignedInBrowser]:
    """One's own sign-in sessions, the current one first, then the most recently used. One statement."""
    rows = Session.objects.filter(account_id=actor.account_id or 0, expire_date__gt=clock.now())
    cards = [
        SignedInBrowser(
            session_id=public_id(row.session_key),
            device=device_text(row.device),
            is_phone=row.device.endswith(("iPhone", "Android")),
            since=row.created_at,
            last_seen=row.last_seen_at,
            is_current=row.session_key == current_key,
        )
        for row in rows.order_by("-last_seen_at", "session_key")
    ]
    return sorted(cards, key=lambda card: not card.is_current)
