"""What SQLite says when the machine gives out, as refusals that tell a person what to do."""

import sqlite3
from collections.abc import Callable
from types import TracebackType

from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import DatabaseErrorWrapper
from django.utils.translation import gettext_lazy as _

from weefsel.kernel.refusals import Refusal, Sentence


class StorageTrouble(OperationalError, Refusal):
    """The database cannot be written or read. Nothing of the deed was kept."""

    status = 503

    def __init__(self, sentence: Sentence = "") -> None:
        Refusal.__init__(self, sentence)


class DiskFull(StorageTrouble):
    status = 507


class ReadOnly(StorageTrouble):
    pass


class CannotOpen(StorageTrouble):
    pass


class Broken(StorageTrouble):
    pass


class WritersBusy(StorageTrouble):
    pass


_KINDS: tuple[tuple[str, Callable[[Sentence], StorageTrouble], Sentence], ...] = (
    ("disk is full", DiskFull, _("The disk is full, so nothing was saved. Free some space and try again.")),
    (
        "disk i/o error",
        Broken,
        _("The disk that holds the database is full or reports errors. Check it, then try again."),
    ),
    (
        "readonly database",
        ReadOnly,
        _("The database may not be written. Give the user that runs Weefsel write permission on its home."),
    ),
    (
        "unable to open database file",
        CannotOpen,
        _("The database cannot be opened. Check that its folder exists and that Weefsel's user may write there."),
    ),
    ("is not a database", Broken, _("The database file is damaged. Restore a backup into a new home.")),
    ("malformed", Broken, _("The database file is damaged. Restore a backup into a new home.")),
    (
        "database is locked",
        WritersBusy,
        _("Another process is writing to the database for too long. Try again in a moment."),
    ),
)


def trouble_of(problem: BaseException) -> StorageTrouble | None:
    """The refusal that this error of SQLite amounts to, or nothing."""
    text = str(problem).lower()
    for sign, kind, sentence in _KINDS:
        if sign in text:
            return kind(sentence)
    return None


class TellingErrors(DatabaseErrorWrapper):
    """Django's translation of errors, with the machine's troubles told apart."""

    wrapper: BaseDatabaseWrapper

    def __exit__(
        self, exc_type: type[BaseException] | None, exc_value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if exc_value is not None and isinstance(exc_value, sqlite3.DatabaseError):
            trouble = trouble_of(exc_value)
            if trouble is not None:
                self.wrapper.errors_occurred = True
                raise trouble.with_traceback(traceback) from exc_value
        super().__exit__(exc_type, exc_value, traceback)
