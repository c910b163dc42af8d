"""Signing in, and one's own account. What the library calls its pages keeps its name; the addresses are ours."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import URLPattern, URLResolver, path, re_path

from weefsel.identity.answers import ours
from weefsel.identity.web.preferences import preferences
from weefsel.identity.web.second_steps import AddApp, AddPasskey
from weefsel.identity.web.security import Security
from weefsel.identity.web.sessions import end_one, end_others, sessions

RESET = "sign-in/password/"
SECURITY = "settings/security/"
PASSKEY = f"{SECURITY}passkeys/<int:pk>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("sign-in/out/", ours(account.logout), name="account_logout"),
    path("sign-in/closed/", ours(account.account_inactive), name="account_inactive"),
    path("sign-in/by-invitation/", ours(account.signup), name="account_signup"),
    path("sign-in/passkey/", ours(webauthn.login_webauthn), name="mfa_login_webauthn"),
    path("sign-in/second-step/", ours(mfa.authenticate), name="mfa_authenticate"),
    path("sign-in/again/", ours(account.reauthenticate), name="account_reauthenticate"),
    path("sign-in/again/app/", ours(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("sign-in/again/passkey/", ours(webauthn.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
    path(f"{RESET}forgotten/", ours(account.password_reset), name="account_reset_password"),
    path(f"{RESET}sent/", ours(account.password_reset_done), name="account_reset_password_done"),
    path(f"{RESET}kept/", ours(account.password_reset_from_key_done), name="account_reset_password_from_key_done"),
    re_path(
        r"^sign-in/password/new/(?P<uidb36>[0-9A-Za-z]{1,13})-(?P<key>[0-9A-Za-z:_-]{1,100})/$",
        ours(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path("settings/preferences/", preferences, name="preferences"),
    path("settings/sessions/", sessions, name="sessions"),
    path("settings/sessions/others/", end_others, name="end_other_sessions"),
    path("settings/sessions/<slug:session_id>/", end_one, name="end_session"),
    path(SECURITY, ours(Security.as_view()), name="mfa_index"),
    path(f"{SECURITY}password/", ours(account.password_change), name="account_change_password"),
    path(f"{SECURITY}password/first/", ours(account.password_set), name="account_set_password"),
    path(f"{SECURITY}app/", ours(AddApp.as_view()), name="mfa_activate_totp"),
    path(f"{SECURITY}app/off/", ours(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path(f"{SECURITY}recovery-codes/", ours(recovery.view_recovery_codes), name="mfa_view_recovery_codes"),
    path(f"{SECURITY}recovery-codes/new/", ours(recovery.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path(f"{SECURITY}recovery-codes/file/", ours(recovery.download_recovery_codes), name="mfa_download_recovery_codes"),
    path(f"{SECURITY}passkeys/", ours(webauthn.list_webauthn), name="mfa_list_webauthn"),
    path(f"{SECURITY}passkeys/add/", ours(AddPasskey.as_view()), name="mfa_add_webauthn"),
    path(f"{PASSKEY}remove/", ours(webauthn.remove_webauthn), name="mfa_remove_webauthn"),
    path(f"{PASSKEY}name/", ours(webauthn.edit_webauthn), name="mfa_edit_webauthn"),
]
