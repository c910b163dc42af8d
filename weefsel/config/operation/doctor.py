"""What is wrong with a network, and how to mend it."""

import shutil
import stat
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import DatabaseError, connection

from weefsel.config.database import missing_migrations
from weefsel.config.ports import is_loopback
from weefsel.identity.commands.release_account_emails import release_account_emails
from weefsel.identity.queries.letter_states import letter_states
from weefsel.kernel import clock
from weefsel.kernel.actor import Door, Power, acting_job
from weefsel.kernel.jobs.states import job_states
from weefsel.people.commands.mend_closure import mend_closure
from weefsel.people.queries.stray_accounts import stray_accounts
from weefsel.people.queries.wrong_closure import wrong_closure
from weefsel.posts.commands.mend_latest_ids import mend_latest_ids
from weefsel.posts.queries.wrong_latest_ids import wrong_latest_ids

PATIENCE = timedelta(minutes=15)
ROOM_WANTED = 500 * 1024 * 1024
BY_ITSELF = "Run `weefsel doctor --mend`."

OPERATOR = acting_job(Power.OPERATE, door=Door.COMMAND)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong: what, and how to mend it."""

    check: str
    what: str
    mend: str


Check = Callable[[], list[Finding]]


def examine() -> dict[str, list[Finding]]:
    """Every check by name, with what it found. Where the database does not answer, what needs it is left out."""
    found = {name: check() for name, check in OUTSIDE.items()}
    if not found["database"] and not found["migrations"]:
        found |= {name: check() for name, check in INSIDE.items()}
    return found


def mend() -> int:
    """Put right what can be derived anew; says how many homes, units and accounts were touched."""
    homes = mend_latest_ids(OPERATOR, home_ids=wrong_latest_ids(OPERATOR))
    strays = stray_accounts(OPERATOR)
    release_account_emails(OPERATOR, account_ids=strays)
    return homes + len(strays) + mend_closure(OPERATOR, unit_ids=wrong_closure(OPERATOR))


def _settings() -> list[Finding]:
    found = []
    host = urlsplit(settings.BASE_URL).hostname or ""
    if settings.BASE_URL and not is_loopback(host) and not settings.IS_SECURE:
        what = f"People reach the network at {settings.BASE_URL}, without encryption."
        found.append(
            Finding("settings", what, "Put a proxy with a certificate in front and set WEEFSEL_BASE_URL to https.")
        )
    if settings.DEBUG and not is_loopback(host):
        found.append(Finding("settings", "WEEFSEL_DEBUG shows the inside of the program to everybody.", "Unset it."))
    return found


def _home() -> list[Finding]:
    private = (settings.HOME, settings.HOME / "secret-key")
    open_to_others = [path for path in private if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077]
    return [Finding("home", f"Others on this machine may read {p}.", f"chmod go= {p}") for p in open_to_others]


def _disk() -> list[Finding]:
    free = shutil.disk_usage(settings.HOME).free
    if free >= ROOM_WANTED:
        return []
    what = f"Only {free // 1024 // 1024} MB are free where the home lies."
    return [Finding("disk", what, "Free some space, or move the home to a larger disk.")]


def _database() -> list[Finding]:
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA quick_check" if connection.vendor == "sqlite" else "SELECT 'ok'")
            (answer,) = cursor.fetchone()
    except DatabaseError as problem:
        sentence = getattr(problem, "sentence", "") or str(problem).strip().splitlines()[0]
        mend = "Start the database, check WEEFSEL_DATABASE_URL, or restore a backup into a new home."
        return [Finding("database", f"The database does not answer: {sentence}", mend)]
    if answer != "ok":
        return [Finding("database", f"The database is damaged: {answer}", "Restore a backup into a new home.")]
    return []


def _migrations() -> list[Finding]:
    try:
        missing = missing_migrations()
    except DatabaseError:
        return []  # said by the check of the database
    if not missing:
        return []
    what = f"The database is of an older version: {len(missing)} changes are missing."
    return [Finding("migrations", what, "Start `weefsel serve`, which brings it up to date.")]


def _references() -> list[Finding]:
    if connection.vendor != "sqlite":  # PostgreSQL never lets it come so far
        return []
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_key_check")
        broken = {row[0] for row in cursor.fetchall()}
    if not broken:
        return []
    what = f"Rows of {', '.join(sorted(broken))} refer to something that is gone."
    return [Finding("references", what, "Restore a backup into a new home.")]


def _latest_ids() -> list[Finding]:
    wrong = wrong_latest_ids(OPERATOR)
    what = f"{len(wrong)} homes do not know their newest thread, so feeds may hide posts."
    return [Finding("latest ids", what, BY_ITSELF)] if wrong else []


def _closure() -> list[Finding]:
    wrong = wrong_closure(OPERATOR)
    what = f"{len(wrong)} units are not counted where the tree has them."
    return [Finding("units", what, BY_ITSELF)] if wrong else []


def _accounts() -> list[Finding]:
    strays = stray_accounts(OPERATOR)
    what = f"{len(strays)} accounts open with an address that their person no longer has."
    return [Finding("accounts", what, BY_ITSELF)] if strays else []


def _jobs() -> list[Finding]:
    found, states = [], job_states()
    if states.waiting_since and states.waiting_since < clock.now() - PATIENCE:
        mend = "Start `weefsel serve` or `weefsel worker`." if not states.is_worked_on else "Start more workers."
        found.append(Finding("jobs", f"{states.waiting} jobs wait since {states.waiting_since:%d %B %H:%M} UTC.", mend))
    mend = "Mend its cause; the log says more."
    return [*found, *(Finding("jobs", f"A job has failed for good: {failed}", mend) for failed in states.failed)]


def _mail() -> list[Finding]:
    found, states = [], letter_states(OPERATOR)
    if states.waiting_since and states.waiting_since < clock.now() - PATIENCE:
        what = f"{states.waiting} letters wait since {states.waiting_since:%d %B %H:%M} UTC."
        found.append(Finding("mail", what, "Check that jobs are worked on and that WEEFSEL_EMAIL_URL is right."))
    if states.failed:
        what = f"{states.failed} letters could not be sent."
        found.append(Finding("mail", what, "Check WEEFSEL_EMAIL_URL; the steward's page of letters names them."))
    return found


OUTSIDE: dict[str, Check] = {
    "settings": _settings,
    "home": _home,
    "disk": _disk,
    "database": _database,
    "migrations": _migrations,
}
INSIDE: dict[str, Check] = {
    "references": _references,
    "latest ids": _latest_ids,
    "units": _closure,
    "accounts": _accounts,
    "jobs": _jobs,
    "mail": _mail,
}
