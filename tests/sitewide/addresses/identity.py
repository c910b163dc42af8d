"""Addresses of signing in and of one's own account."""

from tests.sitewide.addresses.visit import Visit, Visits, deed, door, page
from tests.sitewide.stage import NOBODY, Stage


def _reset(stage: Stage) -> list[Visit]:
    return [Visit({"uidb36": "1", "key": "wrong"}, is_door=True)]


def _passkey(stage: Stage) -> list[Visit]:
    """Nobody here has one, so none exists."""
    return [Visit({"pk": pk}, who=NOBODY) for pk in (1, 10**15)]


def _session(stage: Stage) -> list[Visit]:
    return [Visit({"session_id": session_id}, takes="POST") for session_id in ("q" * 32, "none")]


IDENTITY: dict[str, Visits] = {
    "account_logout": door(),
    "account_inactive": door(),
    "account_signup": door(),
    "mfa_login_webauthn": door(),
    "mfa_authenticate": door(),
    "account_reauthenticate": door(),
    "mfa_reauthenticate": door(),
    "mfa_reauthenticate_webauthn": door(),
    "account_reset_password": door(),
    "account_reset_password_done": door(),
    "account_reset_password_from_key": _reset,
    "account_reset_password_from_key_done": door(),
    "preferences": page(),
    "sessions": page(),
    "end_other_sessions": deed(),
    "end_session": _session,
    "mfa_index": page(),
    "account_change_password": page(),
    "account_set_password": page(),
    "mfa_activate_totp": page(),
    "mfa_deactivate_totp": page(who=NOBODY),
    "mfa_view_recovery_codes": page(who=NOBODY),
    "mfa_generate_recovery_codes": page(),
    "mfa_download_recovery_codes": page(who=NOBODY),
    "mfa_list_webauthn": page(),
    "mfa_add_webauthn": page(),
    "mfa_remove_webauthn": _passkey,
    "mfa_edit_webauthn": _passkey,
}
