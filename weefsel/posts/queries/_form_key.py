import secrets


def new_form_key() -> str:
    """What tells one filled form from another."""
    return secrets.token_urlsafe(12)
