"""Writers of one process queue; nobody is forgotten, nobody waits for the dead."""

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import DEFAULT_DB_ALIAS, transaction
from django.db.utils import ConnectionHandler, OperationalError

from weefsel.kernel.sqlite.base import DatabaseWrapper
from weefsel.kernel.sqlite.errors import Broken, CannotOpen, DiskFull, ReadOnly, WritersBusy
from weefsel.kernel.sqlite.turns import Turns

Opener = Callable[..., DatabaseWrapper]


@pytest.fixture
def open_database(tmp_path: Path, django_db_blocker: Any) -> Iterator[Opener]:
    """A maker of connections (one per call) to one database with a table ``word``."""
    path = tmp_path / "words.sqlite3"
    with sqlite3.connect(path) as plain:
        plain.execute("CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT)")
    plain.close()

    def make(timeout: float = 20, path: Path = path) -> DatabaseWrapper:
        options = {"transaction_mode": "IMMEDIATE", "timeout": timeout, "init_command": "PRAGMA journal_mode=WAL"}
        handler = ConnectionHandler(
            {DEFAULT_DB_ALIAS: {"ENGINE": "weefsel.kernel.sqlite", "NAME": str(path), "OPTIONS": options}}
        )
        made = handler[DEFAULT_DB_ALIAS]
        assert isinstance(made, DatabaseWrapper)
        made.inc_thread_sharing()
        return made

    with django_db_blocker.unblock():  # databases of the test's own
        yield make


@pytest.fixture
def atomic(monkeypatch: pytest.MonkeyPatch) -> Callable[[DatabaseWrapper], transaction.Atomic]:
    """``transaction.atomic`` on a connection given by hand."""
    given: dict[str, DatabaseWrapper] = {}

    def find(using: str | None = None) -> DatabaseWrapper:
        return given[str(using)]

    monkeypatch.setattr(transaction, "get_connection", find)

    def enter(connection: DatabaseWrapper) -> transaction.Atomic:
        given[str(id(connection))] = connection
        return transaction.Atomic(str(id(connection)), savepoint=True, durable=False)

    return enter


Enter = Callable[[DatabaseWrapper], transaction.Atomic]


def write(connection: DatabaseWrapper, text: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO word (text) VALUES (%s)", [text])


def words(connection: DatabaseWrapper) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM word")
        return int(cursor.fetchone()[0])


def test_many_threads_write_and_none_is_refused(open_database: Opener, atomic: Enter) -> None:
    problems: list[BaseException] = []

    def work() -> None:
        connection = open_database(timeout=10)
        try:
            for number in range(20):
                with atomic(connection):
                    write(connection, str(number))
                write(connection, "alone")
        except BaseException as problem:
            problems.append(problem)
            raise
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert problems == []
    assert words(open_database()) == 8 * 40


def test_the_turn_ends_after_an_error_and_after_a_rollback(open_database: Opener, atomic: Enter) -> None:
    first, second = open_database(), open_database(timeout=1)
    with pytest.raises(OperationalError), atomic(first):
        first.cursor().execute("INSERT INTO nowhere VALUES (1)")
    with pytest.raises(RuntimeError), atomic(first):
        raise RuntimeError
    with atomic(second):
        write(second, "kept")
    assert words(first) == 1


def test_a_nested_transaction_keeps_the_turn_of_the_outer(open_database: Opener, atomic: Enter) -> None:
    first, second = open_database(), open_database(timeout=0.2)
    with atomic(first):
        with atomic(first):
            write(first, "inner")
        with pytest.raises(WritersBusy), atomic(second):
            write(second, "too early")
    with atomic(second):
        write(second, "after")
    assert words(first) == 2


def test_closing_in_the_middle_ends_the_turn(open_database: Opener, atomic: Enter) -> None:
    first, second = open_database(), open_database(timeout=0.5)
    with atomic(first):
        write(first, "lost")
        first.close()
        with atomic(second):
            write(second, "kept")
    assert words(open_database()) == 1


def test_readers_never_wait(open_database: Opener, atomic: Enter) -> None:
    writer, reader = open_database(), open_database()
    with atomic(writer):
        write(writer, "unseen")
        began = time.monotonic()
        assert words(reader) == 0
        assert time.monotonic() - began < 0.5


def test_who_has_waited_longest_is_next() -> None:
    turns, order = Turns(), []
    owners = [type("Owner", (), {})() for _ in range(5)]
    assert turns.take(owners[0], 1)

    def wait(number: int) -> None:
        assert turns.take(owners[number], 5)
        order.append(number)
        turns.give(owners[number])

    threads = [threading.Thread(target=wait, args=(number,)) for number in range(1, 5)]
    for thread in threads:
        thread.start()
        time.sleep(0.02)
    turns.give(owners[0])
    for thread in threads:
        thread.join(5)
    assert order == [1, 2, 3, 4]


def test_the_turn_of_a_dead_thread_passes_on() -> None:
    turns = Turns()
    dead, living = type("Owner", (), {})(), type("Owner", (), {})()
    thread = threading.Thread(target=turns.take, args=(dead, 1))
    thread.start()
    thread.join()
    assert turns.take(living, 3)


def test_a_full_disk_is_said_in_a_sentence(open_database: Opener) -> None:
    connection = open_database()
    connection.cursor().execute("PRAGMA max_page_count = 3")
    with pytest.raises(DiskFull, match="disk is full"):
        write(connection, "x" * 100_000)


def test_a_database_that_may_not_be_written_is_said_in_a_sentence(open_database: Opener) -> None:
    connection = open_database()
    connection.cursor().execute("PRAGMA query_only = ON")
    with pytest.raises(ReadOnly, match="may not be written"):
        write(connection, "x")


def test_a_broken_or_absent_database_is_said_in_a_sentence(open_database: Opener, tmp_path: Path) -> None:
    broken = tmp_path / "broken.sqlite3"
    broken.write_bytes(b"no database at all" * 1000)
    with pytest.raises(Broken, match="damaged"):
        words(open_database(path=broken))
    with pytest.raises(CannotOpen, match="cannot be opened"):
        words(open_database(path=tmp_path / "nowhere" / "x.sqlite3"))
