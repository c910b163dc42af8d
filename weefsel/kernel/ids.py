"""64-bit ids that sort by time: 41 bits of milliseconds since 2010, 10 of the process, 12 of a sequence."""

import os
import secrets
import threading
from datetime import UTC, datetime

from weefsel.kernel import clock

EPOCH_MS = int(datetime(2010, 1, 1, tzinfo=UTC).timestamp() * 1000)
PROCESS_BITS = 10
SEQUENCE_BITS = 12
_SHIFT = PROCESS_BITS + SEQUENCE_BITS


def id_floor(moment: datetime) -> int:
    """The smallest id that this moment can have: compare ids with times without a query."""
    return max(clock.to_milliseconds(moment) - EPOCH_MS, 0) << _SHIFT


def moment_of(identifier: int) -> datetime:
    return clock.from_milliseconds((identifier >> _SHIFT) + EPOCH_MS)


class IdMaker:
    """Makes ids that never decrease within a process, also when the clock is set back."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pid = 0
        self._process = 0
        self._last_ms = 0
        self._sequence = 0

    def raise_to(self, identifier: int) -> None:
        """Make every later id of this process larger than ``identifier`` (the newest one that stands)."""
        with self._lock:
            self._last_ms = max(self._last_ms, (identifier >> _SHIFT) + 1)

    def next(self) -> int:
        with self._lock:
            if self._pid != os.getpid():  # a forked process takes a number of its own
                self._pid = os.getpid()
                self._process = secrets.randbelow(1 << PROCESS_BITS)
            now_ms = clock.to_milliseconds(clock.now()) - EPOCH_MS
            if now_ms > self._last_ms:
                self._last_ms, self._sequence = now_ms, 0
            else:
                self._sequence += 1
                if self._sequence >= 1 << SEQUENCE_BITS:
                    self._last_ms, self._sequence = self._last_ms + 1, 0
            return (self._last_ms << _SHIFT) | (self._process << SEQUENCE_BITS) | self._sequence

    def at(self, moment: datetime, sequence: int) -> int:
        """An id for what happened at ``moment`` elsewhere; ``sequence`` tells apart what shares a millisecond."""
        return id_floor(moment) | (sequence & ((1 << _SHIFT) - 1))


ids = IdMaker()
