from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Q

from weefsel.identity.models import Letter
from weefsel.kernel.actor import Actor, Power
from weefsel.kernel.refusals import NotFound


@dataclass(frozen=True, slots=True)
class LetterStates:
    """How many letters wait, since when, and how many could not be sent."""

    waiting: int
    waiting_since: datetime | None
    failed: int


def letter_states(actor: Actor) -> LetterStates:
    """How the mail goes. Only for who operates the network: anybody else meets ``NotFound``. One statement."""
    if not actor.has(Power.OPERATE):
        raise NotFound
    waits = Q(state="waiting")
    found = Letter.objects.aggregate(
        waiting=Count("pk", filter=waits),
        since=Min("created_at", filter=waits),
        failed=Count("pk", filter=Q(state="failed")),
    )
    return LetterStates(found["waiting"], found["since"], found["failed"])
