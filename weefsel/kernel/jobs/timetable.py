"""What comes back by the clock: registered beside its task, due times in the database, once per period."""

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import import_module
from typing import Any, TypeVar

from django.apps import apps
from django.db import transaction
from django.utils.module_loading import module_has_submodule
from django_tasks.base import Task

from weefsel.kernel import clock

T = TypeVar("T", bound=Task[Any, Any])


@dataclass(frozen=True, slots=True)
class Recurring:
    name: str
    every: timedelta
    task: Task[Any, Any]


_recurring: dict[str, Recurring] = {}


def schedule(name: str, *, every: timedelta) -> Callable[[T], T]:
    """Run a task (without arguments) once in each period, however many workers there are."""

    def register(task: T) -> T:
        _recurring[name] = Recurring(name, every, task)
        return task

    return register


def load_jobs() -> None:
    """Import every module of every app's ``jobs`` room, so that all tasks and schedules are known."""
    for app in apps.get_app_configs():
        if not app.name.startswith("weefsel.") or not module_has_submodule(app.module, "jobs"):
            continue
        room = import_module(f"{app.name}.jobs")
        for found in pkgutil.iter_modules(room.__path__, f"{room.__name__}."):
            import_module(found.name)


def enqueue_what_is_due() -> list[str]:
    """Enqueue each scheduled task whose time has come, and say which. One reading statement when nothing is due.

    Two workers may find the same one due; the row moves on for one of them only.
    """
    from weefsel.kernel.models import JobSchedule  # noqa: PLC0415 - jobs may be registered before the models are loaded

    moment = clock.now()
    known = {row.name: row.next_run_at for row in JobSchedule.objects.all()}
    enqueued = []
    for name, entry in _recurring.items():
        due_at = known.get(name)
        if due_at is None:
            JobSchedule.objects.get_or_create(name=name, defaults={"next_run_at": moment})
            due_at = JobSchedule.objects.values_list("next_run_at", flat=True).get(name=name)
        if due_at > moment:
            continue
        with transaction.atomic():
            mine = JobSchedule.objects.filter(name=name, next_run_at=due_at)
            if mine.update(next_run_at=_next_after(due_at, entry.every, moment)):
                entry.task.enqueue()
                enqueued.append(name)
    return enqueued


def _next_after(due_at: datetime, every: timedelta, moment: datetime) -> datetime:
    """The next time in the same rhythm that lies ahead: what was missed is made up for once, not often."""
    return due_at + every * ((moment - due_at) // every + 1)
