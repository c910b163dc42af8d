"""The session store: Django's database sessions, with account, auth version and device as columns of their own."""

from typing import Any, cast

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from weefsel.identity.models import Account, Session


class SessionStore(DatabaseStore):
    """Fills ``account`` and ``auth_version`` when somebody signs in, so that one statement can prove a session."""

    device = ""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        row = cast("Session", super().create_model_instance(data))
        account_id = data.get(SESSION_KEY)
        if account_id:
            row.account_id = int(account_id)
            row.auth_version = Account.objects.values_list("auth_version", flat=True).get(pk=row.account_id)
            row.device = str(data.get("device", ""))[:200]
        return row
