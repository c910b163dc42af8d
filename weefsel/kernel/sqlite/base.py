"""The backend: ``ENGINE = "weefsel.kernel.sqlite"``."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError
from django.utils.functional import cached_property

from weefsel.kernel.sqlite.errors import TellingErrors, WritersBusy, trouble_of
from weefsel.kernel.sqlite.turns import Turns, turns_of

DEFAULT_PATIENCE = 20.0  # seconds, when OPTIONS has no timeout
_WRITES = frozenset({"INSERT", "UPDATE", "DELETE", "REPLACE"})


class QueueingCursor(base.SQLiteCursorWrapper):
    """A cursor whose writes outside a transaction take their turn too."""

    wrapper: "DatabaseWrapper | None" = None

    def execute(self, query: str, params: Any = None) -> Any:
        if self.wrapper is None or self.connection.in_transaction or query[:7].strip().upper() not in _WRITES:
            return super().execute(query, params)
        with self.wrapper.turn():
            return super().execute(query, params)


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's, in which a transaction first takes its turn (see ``turns``) and gives it back however it ends."""

    @cached_property
    def wrap_database_errors(self) -> TellingErrors:
        return TellingErrors(self)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Hold the turn for a moment. Raises ``WritersBusy`` when it does not come in time."""
        held_before = self._turns is not None and self._turns.is_held_by(self)
        self._take_turn()
        try:
            yield
        finally:
            if not held_before:
                self._give_turn()

    def create_cursor(self, name: str | None = None) -> Any:  # noqa: ARG002 - Django's signature
        cursor = self.connection.cursor(factory=QueueingCursor)
        cursor.wrapper = self if self._turns is not None else None
        return cursor

    @cached_property
    def _turns(self) -> Turns | None:
        name = str(self.settings_dict["NAME"])
        return None if name == ":memory:" else turns_of(name)

    def _take_turn(self) -> None:
        patience = float(self.settings_dict["OPTIONS"].get("timeout", DEFAULT_PATIENCE))
        if self._turns is not None and not self._turns.take(self, patience):
            raise trouble_of(OperationalError("database is locked")) or WritersBusy()

    def _give_turn(self) -> None:
        if self._turns is not None:
            self._turns.give(self)

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._give_turn()
            raise

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc] # when it fails, Django rolls back, and the turn ends there
        self._give_turn()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self._give_turn()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self._give_turn()
