"""What somebody chose for their own reading."""

from dataclasses import dataclass

from weefsel.identity.models import Account
from weefsel.identity.rules import seen_own_account
from weefsel.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class Preferences:
    email: str
    language: str
    time_zone: str
    theme: str
    has_password: bool


def my_preferences(actor: Actor) -> Preferences:
    """One's own address, language, time zone and light. Raises ``NotFound`` for strangers. One statement."""
    account: Account = seen_own_account(actor)
    return Preferences(
        email=account.email,
        language=account.language,
        time_zone=account.time_zone,
        theme=account.theme,
        has_password=account.has_usable_password(),
    )
