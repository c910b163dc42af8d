"""How Weefsel wants allauth to behave: nobody signs up alone, letters go out through our rows."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    def is_open_for_signup(self, request: object) -> bool:  # noqa: ARG002 - the library's signature
        return False


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    pass
