"""What identity announces."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LetterWritten:
    """A letter waits in the outbox."""

    letter_id: int
