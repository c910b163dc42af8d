"""The threads of one process that work on jobs, and the one that keeps time."""

import logging
import threading
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from django.db import Error, close_old_connections, connections

from weefsel.kernel.jobs import leases, queue, timetable
from weefsel.kernel.jobs.bell import bell
from weefsel.kernel.jobs.queue import Job

LOOK_EVERY = 1.0  # seconds between looks at the queue when nobody rings
KEEP_TIME_EVERY = 2.0
BEAT_EVERY = 10.0
RETURN_EVERY = 15.0
PAUSE_AFTER_TROUBLE = 2.0

T = TypeVar("T")

log = logging.getLogger("weefsel.jobs")


@dataclass(slots=True)
class Crew:
    """Workers of this process. ``start`` returns at once; ``stop`` waits a moment, then gives back what is not done.

    With two threads or more the first leaves slow jobs alone, so that an import keeps nobody's letter waiting.
    """

    size: int = 2
    worker: str = field(default_factory=leases.worker_id)
    _stopping: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list)
    _at_work: dict[str, Job] = field(default_factory=dict)

    def start(self) -> None:
        """Sign on, return what a vanished predecessor left, and begin."""
        timetable.load_jobs()
        leases.beat(self.worker)
        leases.return_lost_jobs(self.worker)
        self._begin("jobs-time", self._keep_time)
        for number in range(self.size):
            without = ("slow",) if number == 0 and self.size > 1 else ()
            self._begin(f"jobs-{number + 1}", self._work, without)

    def is_alive(self) -> bool:
        return bool(self._threads) and all(thread.is_alive() for thread in self._threads)

    def stop(self, seconds: float = 1.5) -> None:
        """End within ``seconds``: what is not finished by then goes back to the queue and runs again elsewhere."""
        self._stopping.set()
        bell.ring()
        until = time.monotonic() + seconds
        for thread in self._threads:
            thread.join(max(until - time.monotonic(), 0.01))
        for job in list(self._at_work.values()):
            queue.give_back(job)
        leases.sign_off(self.worker)

    def _begin(self, name: str, target: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=target, args=arguments, name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _work(self, without_queues: Collection[str]) -> None:
        while not self._stopping.is_set():
            heard = bell.rings()
            if not self._safely(lambda: self._one_job(without_queues)) and not self._stopping.is_set():
                bell.wait(heard, LOOK_EVERY)
        connections.close_all()

    def _one_job(self, without_queues: Collection[str]) -> bool:
        job = queue.claim_next(self.worker, without_queues)
        if job is None:
            return False
        name = threading.current_thread().name
        self._at_work[name] = job
        try:
            queue.run_claimed(job)
        finally:
            del self._at_work[name]
        return True

    def _keep_time(self) -> None:
        last_beat = last_return = time.monotonic()
        while not self._stopping.wait(KEEP_TIME_EVERY):
            self._safely(timetable.enqueue_what_is_due)
            if time.monotonic() - last_beat > BEAT_EVERY:
                last_beat = time.monotonic()
                self._safely(lambda: leases.beat(self.worker))
            if time.monotonic() - last_return > RETURN_EVERY:
                last_return = time.monotonic()
                self._safely(lambda: leases.return_lost_jobs(self.worker, self._at_work_ids()))
        connections.close_all()

    def _at_work_ids(self) -> set[UUID]:
        return {job.pk for job in list(self._at_work.values())}

    def _safely(self, step: Callable[[], T]) -> T | None:
        """Do a step; a database that is away, or a fault of ours, is written down and waited out: no reason to end."""
        close_old_connections()
        try:
            return step()
        except Error as problem:
            log.warning("The database did not answer the jobs: %s", problem)
        except Exception:
            log.exception("The workers met a fault and go on.")
        finally:
            close_old_connections()
        self._stopping.wait(PAUSE_AFTER_TROUBLE)
        return None
