"""What tests of any app need: jobs on demand, and statements counted."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from weefsel.kernel.jobs import queue

_BOOKKEEPING = re.compile(r"(BEGIN|SAVEPOINT|RELEASE|ROLLBACK|COMMIT)\b", re.IGNORECASE)
MOST_JOBS = 1000


def run_jobs() -> int:
    """Run all ready jobs, and those that they enqueue, in this thread; say how many. An error of a job comes out."""
    for done in range(MOST_JOBS):
        job = queue.claim_next("test")
        if job is None:
            return done
        queue.run_claimed(job, raising=True)
    raise AssertionError(f"More than {MOST_JOBS} jobs: does one enqueue itself?")


@dataclass(slots=True)
class Count:
    """The statements of a block, without the bookkeeping of transactions."""

    sql: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        return len(self.sql)

    def __str__(self) -> str:
        return f"{self.total} statements:\n" + "\n".join(self.sql)


@contextmanager
def statements() -> Iterator[Count]:
    """Count what a block asks of the database; read ``total`` and ``sql`` of what it yields."""
    count = Count()

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if not _BOOKKEEPING.match(sql):
            count.sql.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield count
