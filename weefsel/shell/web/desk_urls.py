"""The door, one's settings, and the steward's desk."""

from django.urls import URLPattern, URLResolver, path

from weefsel.identity.answers import ours
from weefsel.shell.web import (
    steward_accounts,
    steward_invitations,
    steward_letters,
    steward_roles,
)
from weefsel.shell.web.invitation import invitation
from weefsel.shell.web.set_up import set_up
from weefsel.shell.web.settings import settings
from weefsel.shell.web.sign_in import SignIn, sign_in_as, sign_in_by_link
from weefsel.shell.web.sign_in_code import AskForCode, TypeCode
from weefsel.shell.web.speaking import speak
from weefsel.shell.web.steward import steward
from weefsel.shell.web.steward_audit import steward_audit, steward_seals
from weefsel.shell.web.steward_network import steward_network

urlpatterns: list[URLPattern | URLResolver] = [
    path("set-up/", set_up, name="set_up"),
    path("sign-in/", ours(SignIn.as_view()), name="account_login"),
    path("sign-in/code/", ours(AskForCode.as_view()), name="account_request_login_code"),
    path("sign-in/code/confirm/", ours(TypeCode.as_view()), name="account_confirm_login_code"),
    path("sign-in/language/<slug:code>/", speak, name="speak"),
    path("sign-in/link/<str:token>/", sign_in_by_link, name="sign_in_link"),
    path("sign-in/as/<str:handle>/", sign_in_as, name="sign_in_as"),
    path("invitation/<str:token>/", invitation, name="invitation"),
    path("settings/", settings, name="settings"),
    path("steward/", steward, name="steward"),
    path("steward/letters/", steward_letters.steward_letters, name="letters"),
    path("steward/letters/<int:letter_id>/", steward_letters.steward_letter, name="letter"),
    path("steward/letters/<int:letter_id>/again/", steward_letters.send_again, name="send_letter_again"),
    path("steward/accounts/", steward_accounts.steward_accounts, name="accounts"),
    path("steward/accounts/<int:account_id>/disable/", steward_accounts.disable, name="disable_account"),
    path("steward/accounts/<int:account_id>/enable/", steward_accounts.enable, name="enable_account"),
    path("steward/accounts/<int:account_id>/reset/", steward_accounts.reset_factors, name="reset_second_factors"),
    path("steward/invitations/", steward_invitations.steward_invitations, name="invitations"),
    path("steward/invitations/<int:invitation_id>/again/", steward_invitations.invite_again, name="invite_again"),
    path(
        "steward/invitations/<int:invitation_id>/withdraw/",
        steward_invitations.withdraw,
        name="withdraw_network_invitation",
    ),
    path("steward/roles/", steward_roles.steward_roles, name="roles"),
    path("steward/roles/<int:account_id>/<slug:role>/take/", steward_roles.take, name="take_role"),
    path("steward/audit/", steward_audit, name="audit_trail"),
    path("steward/audit/seals/", steward_seals, name="seals"),
    path("steward/network/", steward_network, name="network_settings"),
]
