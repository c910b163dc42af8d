from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone


class AccountManager(BaseUserManager["Account"]):
    def create_user(self, email: str, password: str | None = None, **values: Any) -> "Account":
        account = Account(email=self.normalize_email(email).lower(), **values)
        account.set_password(password)  # None makes it unusable: one signs in by code, link or passkey
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """Who can sign in. ``auth_version`` rises with a new password or when disabled: then older sessions end."""

    email = models.EmailField(max_length=254)
    is_active = models.BooleanField(default=True)
    language = models.CharField(max_length=8, default="en")
    time_zone = models.CharField(max_length=64, default="Europe/Brussels")
    theme = models.CharField(max_length=8, default="system")
    auth_version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="identity_account_email")]

    def __str__(self) -> str:
        return self.email

    def get_session_auth_hash(self) -> str:
        return f"{super().get_session_auth_hash()}:{self.auth_version}"
