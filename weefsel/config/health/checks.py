"""What must hold for this process to serve people."""

from dataclasses import dataclass, field

from django.db import Error, connection

from weefsel.config.database import missing_migrations
from weefsel.kernel.jobs.leases import has_heartbeat

OK = "ok"


@dataclass(slots=True)
class _Known:
    """Migrations that were found applied stay so while this process lives."""

    is_migrated: bool = False


_known = _Known()


@dataclass(frozen=True, slots=True)
class Readiness:
    """The state of each part: ``ok``, or a word for what is wrong."""

    parts: dict[str, str] = field(default_factory=dict)

    @property
    def is_ready(self) -> bool:
        return all(state == OK for state in self.parts.values())


def readiness() -> Readiness:
    """Ask the database, its migrations, and the heartbeat of the jobs. Two statements, more the first time."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        if not _known.is_migrated:
            _known.is_migrated = not missing_migrations()
        if not _known.is_migrated:
            return Readiness({"database": OK, "migrations": "missing"})
        jobs = OK if has_heartbeat() else "no worker"
    except Error:
        return Readiness({"database": "unreachable"})
    return Readiness({"database": OK, "migrations": OK, "jobs": jobs})
