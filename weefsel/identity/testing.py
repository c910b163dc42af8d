"""Makers for tests: accounts, roles, and browsers that are signed in."""

import itertools

from allauth.account.models import EmailAddress
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.test import Client

from weefsel.identity.models import Account, NetworkRole
from weefsel.identity.sign_in_sessions import SessionStore
from weefsel.identity.terms import DEVICE_SESSION_KEY
from weefsel.kernel.actor import Role

_numbers = itertools.count(1)
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def make_account(email: str = "", *, password: str | None = None, language: str = "en", active: bool = True) -> Account:
    """An account that can sign in; without a password one signs in by code."""
    address = email or f"account{next(_numbers)}@home.example"
    account = Account.objects.create_user(address, password, language=language, is_active=active)
    EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
    return account


def make_role(account: Account, role: Role) -> NetworkRole:
    return NetworkRole.objects.create(account=account, role=role)


def sign_in(client: Client, account: Account, device: str = "Firefox|Windows") -> str:
    """Give a test client the sign-in session of an account, and return its key."""
    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = BACKEND
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session[DEVICE_SESSION_KEY] = device
    session.save()
    client.cookies["weefsel-session"] = session.session_key or ""
    return str(session.session_key)
