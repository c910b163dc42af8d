"""How Weefsel wants allauth to behave: nobody signs up alone; letters are ours, in the reader's language."""

from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as allauth_context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import F
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation

from weefsel.identity.devices import device_of
from weefsel.identity.letters.layout import Wording, as_html, as_text
from weefsel.identity.letters.wordings import account_changed, password_link, sign_in_code
from weefsel.identity.models import Account, Session
from weefsel.identity.terms import DEVICE_SESSION_KEY, PURPOSE_HEADER, Purpose
from weefsel.identity.transports import sender


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Sign-up is closed; letters are ours; a new password ends every other sign-in session."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - the library's signature
        return False

    def login(self, request: HttpRequest, user: Account) -> None:
        super().login(request, user)
        request.session[DEVICE_SESSION_KEY] = device_of(request.headers.get("User-Agent", ""))

    def set_password(self, user: Account, password: str) -> None:
        """Set it, and end every other session: their auth version is too old from now on, and their rows go."""
        user.set_password(password)
        Account.objects.filter(pk=user.pk).update(password=user.password, auth_version=F("auth_version") + 1)
        user.refresh_from_db(fields=["password", "auth_version"])
        current = allauth_context.request.session.session_key or ""
        Session.objects.filter(account_id=user.pk).exclude(pk=current).delete()

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002 - the library's signature
        return reverse("mfa_index")

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The whole address in a letter: of the settings, never of the request, whose host anybody can write."""
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"})
        return f"{settings.BASE_URL or 'http://localhost:8000'}{path.replace('UID-KEY', key)}"

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMultiAlternatives:
        recipients = [email] if isinstance(email, str) else email
        language = Account.objects.filter(email__iexact=recipients[0]).values_list("language", flat=True).first()
        with translation.override(language or translation.get_language()):
            words = wording_of(template_prefix.rsplit("/", 1)[-1], context)
            text, html = as_text(words), as_html(words)
        purpose = Purpose.SIGN_IN_CODE if words.code else Purpose.ACCOUNT
        message = EmailMultiAlternatives(
            words.subject, text, sender(), recipients, headers={**(headers or {}), PURPOSE_HEADER: purpose}
        )
        message.attach_alternative(html, "text/html")
        return message


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Second steps as the library does them; the app of codes shows the address of this network."""

    def get_totp_issuer(self) -> str:
        return place()


def place() -> str:
    """Where this network is, as people read it in letters."""
    return urlsplit(settings.BASE_URL).netloc or "Weefsel"


def wording_of(kind: str, context: dict[str, Any]) -> Wording:
    """The words of a letter that the library wants sent."""
    if kind == "login_code":
        return sign_in_code(code=str(context["code"]), place=place())
    if kind == "password_reset_key":
        return password_link(link=str(context["password_reset_url"]), place=place())
    return account_changed(kind=kind, place=place())
