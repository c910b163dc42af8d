"""Jobs: what happens after the answer was given. The rows in the database are the truth.

Write a job as a standard task, and enqueue it inside the transaction that makes it needed, with ids only::

    @task(queue_name="mail")
    def send_letter(delivery_id: int) -> None: ...

    send_letter.enqueue(delivery_id)

A job runs at least once: a process that dies leaves its jobs to the next one, and a job that fails comes again later.
So it must be safe to run twice. What comes back by the clock is registered beside its task::

    schedule("notices.batches", every=timedelta(minutes=5))(send_batches)

Queues are classes of patience: ``default`` (soon), ``mail``, ``slow`` (imports; never keeps the others waiting).
"""

from weefsel.kernel.jobs.timetable import schedule

__all__ = ["schedule"]
