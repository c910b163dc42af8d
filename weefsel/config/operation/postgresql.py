"""The database as one text per table, read in one snapshot. No program of PostgreSQL is needed."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from psycopg import sql

from weefsel.config.operation.archive import DATABASE, Reader, Writer
from weefsel.kernel.refusals import Conflict, Invalid

# What is made anew by itself, and means nothing elsewhere.
FLEETING = frozenset({"kernel_shared_cache", "kernel_jobworker"})
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
_COLUMNS = (
    "SELECT column_name, is_identity FROM information_schema.columns "
    "WHERE table_schema = current_schema() AND table_name = %s AND is_generated = 'NEVER' ORDER BY ordinal_position"
)

Told = Callable[[str], None]


def back_up(writer: Writer, told: Told = lambda _: None) -> None:
    """Add every table as it stands in one moment. Writers go on meanwhile."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        for table in tables():
            told(table)
            if table not in FLEETING:
                writer.add(f"{DATABASE}{table}", _counted(table, writer))


def restore(reader: Reader, told: Told = lambda _: None) -> None:
    """Fill an empty database. Raises ``Conflict`` when it holds something, ``Invalid`` when it comes out otherwise."""
    if tables():
        raise Conflict("The database is not empty. Make a new one, and name it in WEEFSEL_DATABASE_URL.")
    _migrate_to(reader.manifest.migrations)
    entries = [name for name in reader.manifest.sha256 if name.startswith(DATABASE)]
    with transaction.atomic():
        _empty(tables())
        for entry in entries:
            table = entry.removeprefix(DATABASE)
            told(table)
            _fill(table, reader.pieces(entry))
        for entry in entries:
            _check_and_set_sequences(entry.removeprefix(DATABASE), reader.manifest.rows)


def tables() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(_TABLES)
        return [name for (name,) in cursor.fetchall()]


def _counted(table: str, writer: Writer) -> Iterator[bytes | memoryview]:
    """The rows of a table as text: one line each, so lines are rows."""
    statement = sql.SQL("COPY {} ({}) TO STDOUT").format(sql.Identifier(table), _names(table))
    writer.manifest.rows[table] = 0
    with _plain_cursor() as cursor, cursor.copy(statement) as copy:
        for piece in copy:
            writer.manifest.rows[table] += bytes(piece).count(b"\n")
            yield piece


def _fill(table: str, pieces: Iterator[bytes]) -> None:
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), _names(table))
    with _plain_cursor() as cursor, cursor.copy(statement) as copy:
        for piece in pieces:
            copy.write(piece)


def _check_and_set_sequences(table: str, rows: dict[str, int]) -> None:
    with _plain_cursor() as cursor:
        (count,) = cursor.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))).fetchone()
        if count != rows[table]:
            raise Invalid(f"{table} came out with {count} rows instead of {rows[table]}. Take another backup.")
        for column in _columns(table, only_identity=True):
            cursor.execute(
                sql.SQL(
                    "SELECT setval(pg_get_serial_sequence({}, {}), coalesce(max({}), 1), max({}) IS NOT NULL) FROM {}"
                ).format(table, column, sql.Identifier(column), sql.Identifier(column), sql.Identifier(table))
            )


def _migrate_to(migrations: list[list[str]]) -> None:
    """Give the database the tables of the backup's version, which may be older than ours."""
    executor = MigrationExecutor(connection)
    loader = executor.loader
    wanted = {(app, name) for app, name in migrations}
    unknown = sorted(f"{app}.{name}" for app, name in wanted - loader.disk_migrations.keys())
    if unknown:
        raise Invalid(f"The backup was made by a newer version (it knows {unknown[0]}). Install that version first.")
    nodes = loader.graph.node_map
    last = [key for key in wanted & nodes.keys() if not {child.key for child in nodes[key].children} & wanted]
    executor.migrate(sorted(last))


def _empty(names: list[str]) -> None:
    """Take away what migrations wrote: the backup brings its own."""
    listed = sql.SQL(", ").join(sql.Identifier(name) for name in names)
    with _plain_cursor() as cursor:
        cursor.execute(sql.SQL("TRUNCATE {}").format(listed))


def _names(table: str) -> sql.Composed:
    return sql.SQL(", ").join(sql.Identifier(column) for column in _columns(table))


def _columns(table: str, *, only_identity: bool = False) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(_COLUMNS, [table])
        return [name for name, is_identity in cursor.fetchall() if is_identity == "YES" or not only_identity]


def _plain_cursor() -> Any:
    """Psycopg's own cursor on Django's connection: only it can copy."""
    connection.ensure_connection()
    assert connection.connection is not None
    return connection.connection.cursor()
