"""Jobs that the tests of the queue run."""

import time
from pathlib import Path

from django_tasks import task

from weefsel.kernel.refusals import NotFound


@task
def note(path: str, word: str) -> None:
    """Add a line to a file."""
    with Path(path).open("a") as lines:
        lines.write(f"{word}\n")


@task
def dawdle_once(path: str, seconds: int = 60) -> None:
    """Note that it began; the first time, sleep until somebody ends the process."""
    file = Path(path)
    is_first = not file.exists()
    note.call(path, "began")
    if is_first:
        time.sleep(seconds)
    note.call(path, "done")


@task(queue_name="slow")
def dawdle(path: str) -> None:
    note.call(path, "slow began")
    time.sleep(2)
    note.call(path, "slow done")


@task
def stumble(path: str) -> None:
    note.call(path, "tried")
    raise OSError("the mail server is away")


@task
def come_too_late() -> None:
    raise NotFound("It is gone.")


@task
def enqueue_another(path: str) -> None:
    note.enqueue(path, "second")
