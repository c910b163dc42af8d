"""Wakes the workers of this process when a transaction that enqueued something is committed."""

import threading
from typing import Any

from django.db import transaction
from django_tasks.signals import task_enqueued


class Bell:
    """Rung once for everybody who waits; who was busy when it rang does not wait at all."""

    def __init__(self) -> None:
        self._rings = 0
        self._changed = threading.Condition()

    def rings(self) -> int:
        with self._changed:
            return self._rings

    def ring(self) -> None:
        with self._changed:
            self._rings += 1
            self._changed.notify_all()

    def wait(self, heard: int, seconds: float) -> None:
        """Wait until it has rung more often than ``heard``, at most ``seconds``."""
        with self._changed:
            self._changed.wait_for(lambda: self._rings != heard, seconds)


bell = Bell()


def ring_on_commit(**_: Any) -> None:
    transaction.on_commit(bell.ring)


task_enqueued.connect(ring_on_commit, dispatch_uid="weefsel.kernel.jobs.bell")
