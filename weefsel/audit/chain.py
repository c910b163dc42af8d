"""The seal of an entry: a hash over the seal before it, its place, and everything that the entry says."""

import hashlib
import json
from datetime import UTC

from weefsel.audit.models import Entry


def seal_of(entry: Entry, before: str) -> str:
    """The seal that ``entry`` must bear behind the seal ``before``."""
    said = [
        before,
        entry.place,
        entry.pk,
        entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        entry.door,
        entry.account_id,
        entry.person_id,
        entry.deed,
        entry.thing,
        entry.thing_id,
        entry.facts,
    ]
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=True).encode()).hexdigest()
