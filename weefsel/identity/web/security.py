"""What protects one's account, at a glance."""

from typing import Any

from allauth.mfa.base.views import IndexView


class Security(IndexView):  # type: ignore[misc]
    """Passkeys, authenticator app, recovery codes, password. Three statements."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        authenticators = found["authenticators"]
        codes = authenticators.get("recovery_codes")
        found["authenticators"] = {"totp": authenticators.get("totp")}
        found["passkey_count"] = len(authenticators.get("webauthn", []))
        found["codes_left"] = len(codes.get_unused_codes()) if codes else 0
        found["has_password"] = self.request.user.has_usable_password()
        return found
