"""Whose turn it is to write: one queue per database file and process, first come, first served.

SQLite has one writer. Left alone, waiting writers poll with growing sleeps, and the unlucky wait for a second. In this
queue the one who finishes wakes the one who has waited longest.
"""

import os
import threading
import time
import weakref
from collections import deque
from dataclasses import dataclass, field

LOOK_EVERY = 1.0  # seconds between looks at whether who holds the turn still lives


@dataclass(slots=True, eq=False)
class _Waiting:
    owner: object
    thread: threading.Thread
    lock: threading.Lock = field(default_factory=threading.Lock)


class Turns:
    """The queue of one database. An owner is a connection; a dead owner's turn passes on."""

    def __init__(self) -> None:
        self._forget()

    def _forget(self) -> None:
        self._mutex = threading.Lock()
        self._queue: deque[_Waiting] = deque()
        self._owner: weakref.ref[object] | None = None
        self._thread: threading.Thread | None = None

    def take(self, owner: object, seconds: float) -> bool:
        """Wait for the turn, at most ``seconds``. True when ``owner`` has it (also if it had it before)."""
        me = _Waiting(owner, threading.current_thread())
        with self._mutex:
            if self._is_held_by(owner):
                return True
            if not self._is_held() and not self._queue:
                self._hand_to(me)
                return True
            me.lock.acquire()
            self._queue.append(me)
        return self._wait(me, time.monotonic() + seconds)

    def give(self, owner: object) -> None:
        """End the turn of ``owner``; nothing happens when it does not have it."""
        with self._mutex:
            if self._is_held_by(owner):
                self._pass_on()

    def is_held_by(self, owner: object) -> bool:
        with self._mutex:
            return self._is_held_by(owner)

    def _wait(self, me: _Waiting, until: float) -> bool:
        while (left := until - time.monotonic()) > 0:
            if me.lock.acquire(timeout=min(left, LOOK_EVERY)):
                return True
            with self._mutex:
                if not self._is_held():
                    self._pass_on()
        with self._mutex:
            if self._is_held_by(me.owner):
                return True
            self._queue.remove(me)
            return False

    def _is_held(self) -> bool:
        alive = self._thread is not None and self._thread.is_alive()
        return alive and self._owner is not None and self._owner() is not None

    def _is_held_by(self, owner: object) -> bool:
        return self._owner is not None and self._owner() is owner

    def _hand_to(self, waiting: _Waiting) -> None:
        self._owner, self._thread = weakref.ref(waiting.owner), waiting.thread

    def _pass_on(self) -> None:
        self._owner = self._thread = None
        if self._queue:
            following = self._queue.popleft()
            self._hand_to(following)
            following.lock.release()


_all: dict[str, Turns] = {}
_mutex = threading.Lock()


def turns_of(database: str) -> Turns:
    """The queue of a database, named by its file."""
    name = database if database.startswith("file:") else os.path.realpath(database)
    with _mutex:
        return _all.setdefault(name, Turns())


def _start_anew() -> None:
    """A forked process shares nothing with its parent: threads that held or awaited a turn do not exist in it."""
    global _mutex  # noqa: PLW0603 - the parent's may be held for ever
    _mutex = threading.Lock()
    for turns in _all.values():
        turns._forget()  # noqa: SLF001


os.register_at_fork(after_in_child=_start_anew)
