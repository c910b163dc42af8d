"""The session store: Django's database sessions, with account, auth version, device and last use as columns."""

from typing import Any, cast

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db import transaction

from weefsel.identity.models import Session
from weefsel.identity.terms import DEVICE_MAX, DEVICE_SESSION_KEY, LAST_SEEN_STEP
from weefsel.kernel import clock


class SessionStore(DatabaseStore):
    """Fills ``account`` and ``auth_version`` when somebody signs in, so that one statement can prove a session.

    The version is the one that the session was signed in with (it ends the session's hash), never the account's of now:
    an old session that is saved again stays an old session.
    """

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        row = cast("Session", super().create_model_instance(data))
        account_id = data.get(SESSION_KEY)
        if account_id:
            row.account_id = int(account_id)
            row.auth_version = version_in(str(data.get(HASH_SESSION_KEY, "")))
            row.device = str(data.get(DEVICE_SESSION_KEY, ""))[:DEVICE_MAX]
        return row

    def save(self, must_create: bool = False) -> None:  # noqa: FBT002 - Django's signature
        """Write the session. It keeps the moment it began. Raises ``UpdateError`` when it was ended meanwhile."""
        if must_create or self.session_key is None:
            super().save(must_create=must_create)
            return
        row = self.create_model_instance(self._get_session())  # type: ignore[attr-defined]
        with transaction.atomic():
            changed = Session.objects.filter(pk=self.session_key).update(
                session_data=row.session_data,
                expire_date=row.expire_date,
                account_id=row.account_id,
                auth_version=row.auth_version,
                device=row.device,
            )
        if not changed:
            raise UpdateError

    def _get_session_from_db(self) -> Session | None:
        row: Session | None = super()._get_session_from_db()  # type: ignore[misc]
        if row is not None and row.account_id:
            note_use(row.session_key)
        return row


def note_use(session_key: str) -> None:
    """Remember that a session was used, at most once in a quarter of an hour. One statement, mostly without effect."""
    moment = clock.now()
    stale = Session.objects.filter(pk=session_key, last_seen_at__lt=moment - LAST_SEEN_STEP)
    if stale.exists():
        stale.update(last_seen_at=moment)


def version_in(session_hash: str) -> int:
    """The auth version at the end of a session's hash (``Account.get_session_auth_hash``)."""
    version = session_hash.rpartition(":")[2]
    return int(version) if version.isdecimal() else 0
