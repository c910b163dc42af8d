"""Adding an authenticator app or a passkey."""

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse


class AddApp(ActivateTOTPView):  # type: ignore[misc]
    """Whoever has just typed a code of the new app need not type another one to see the recovery codes."""

    def form_valid(self, form: BaseForm) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        _note_proof(self.request)
        return answer


class AddPasskey(AddWebAuthnView):  # type: ignore[misc]
    """Whoever has just made a passkey need not use it at once to see the recovery codes."""

    def form_valid(self, form: BaseForm) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        _note_proof(self.request)
        return answer


def _note_proof(request: HttpRequest) -> None:
    record_authentication(request, request.user, method="mfa", reauthenticated=True)
