from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils import timezone


class Session(AbstractBaseSession):
    """A sign-in session: a row per browser, read directly by hot pages (architecture.md, section 6)."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="sign_in_sessions"
    )
    auth_version = models.PositiveIntegerField(default=0)
    device = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    last_seen_at = models.DateTimeField(default=timezone.now)

    class Meta(AbstractBaseSession.Meta):
        abstract = False
        db_table = "identity_session"

    @classmethod
    def get_session_store_class(cls) -> type[SessionBase]:
        from weefsel.identity.sign_in_sessions import SessionStore  # noqa: PLC0415 - the store names this model

        return SessionStore
