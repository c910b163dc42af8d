"""Whether the database has the tables of this version, and how it gets them."""

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def missing_migrations() -> list[str]:
    """The migrations that this version has and the database has not."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def is_up_to_date() -> bool:
    return not missing_migrations()


def bring_up_to_date() -> bool:
    """Apply what is missing; says whether there was anything."""
    if is_up_to_date():
        return False
    call_command("migrate", verbosity=0, interactive=False)
    if connection.vendor == "sqlite":  # what migrations wrote goes into the file now, not while the server ends
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return True
