"""Secrets that travel in addresses. Only their hash is kept, so a copy of the database opens no door."""

import hashlib
import secrets

TOKEN_BYTES = 32
TOKEN_MAX = 200


def new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_of(token: str) -> str:
    """The hash that is kept. A token is random and long, so one round is enough."""
    return hashlib.sha256(token[:TOKEN_MAX].encode("utf-8", "replace")).hexdigest()


def public_id(session_key: str) -> str:
    """A name for a sign-in session that opens nothing."""
    return hashlib.sha256(f"session:{session_key}".encode()).hexdigest()[:20]
