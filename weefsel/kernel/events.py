"""Events: frozen facts in the past tense, heard inside the transaction that made them true.

A listener does one of two things: it writes a job row, or it creates its own row that must exist from the same moment.
So nothing that was acknowledged can lose its consequences when a process dies.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

from django.db import connection

E = TypeVar("E")

_listeners: dict[type, list[Callable[[Any], None]]] = defaultdict(list)


def listen(event: type[E]) -> Callable[[Callable[[E], None]], Callable[[E], None]]:
    """Register a function of some ``listeners.py`` for an event."""

    def register(listener: Callable[[E], None]) -> Callable[[E], None]:
        _listeners[event].append(listener)
        return listener

    return register


def announce(event: object) -> None:
    """Call the listeners of ``event`` in the order of the floors. Raises when no transaction is open."""
    if not connection.in_atomic_block:
        raise RuntimeError(f"{type(event).__name__} was announced outside a transaction.")
    for listener in _listeners[type(event)]:
        listener(event)
