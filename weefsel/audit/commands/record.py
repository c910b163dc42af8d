"""Write an entry to the trail, in the transaction of the deed itself."""

from typing import Any

from weefsel.audit.models import Entry
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor


def record(actor: Actor, deed: str, *, thing: str, thing_id: object = "", **facts: Any) -> None:
    """Record that ``actor`` did ``deed`` to a thing. One statement. ``facts`` hold ids and settings, never contents."""
    Entry.objects.create(
        at=clock.now(),
        door=actor.door.value,
        account_id=actor.account_id,
        person_id=actor.person_id,
        deed=deed,
        thing=thing,
        thing_id=str(thing_id),
        facts=facts,
    )
