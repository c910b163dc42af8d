"""Signing in by a code in one's mail; for a person without an account the typed code opens it."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import RequestLoginCodeForm
from allauth.account.internal.decorators import login_stage_required
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.models import Login
from allauth.account.stages import LoginByCodeStage, LoginStageController
from allauth.account.views import ConfirmLoginCodeView, RequestLoginCodeView
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic.edit import FormView

from weefsel.people.commands.open_account import open_account
from weefsel.people.queries.who_may_come_in import (
    is_account_of_who_may_come_in,
    is_somebody_who_may_come_in,
)
from weefsel.shell.door import AT_THE_DOOR


class CodeByMail(LoginCodeVerificationProcess):  # type: ignore[misc]
    """The library's way, and for a person without an account the same: the account is opened once the code is typed.

    For an address of nobody it takes the same steps and sends nothing, so the pages tell nothing apart.
    """

    @classmethod
    def begin(cls, request: HttpRequest, *, user: Any, email: str) -> None:
        login = Login(user=user, email=email)
        login.state["stages"] = {"current": LoginByCodeStage.key}
        stage = LoginByCodeStage(LoginStageController(request, login), request, login)
        stage.state.update(cls.initial_state(user=user, email=email))
        stage.state["initiated_by_user"] = True
        stage.state["awaited"] = user is None and is_somebody_who_may_come_in(AT_THE_DOOR, email)
        process = cls(stage=stage)
        process.send()
        process.persist()

    def send_by_email(self, email: str, skip_enumeration_mails: bool = False) -> None:  # noqa: FBT002
        if self.state.get("awaited"):
            context = {"request": self.request, "code": self.generate_code()}
            get_adapter().send_mail("account/email/login_code", email, context)
        else:
            super().send_by_email(email, skip_enumeration_mails=skip_enumeration_mails)

    def finish(self, redirect_url: str | None) -> HttpResponse:
        if self.state.get("awaited"):
            account_id = open_account(AT_THE_DOOR, email=self.state["email"])
            self._user = get_user_model().objects.get(pk=account_id)
        answer: HttpResponse = super().finish(redirect_url)
        return answer


class AddressForm(RequestLoginCodeForm):  # type: ignore[misc]
    """An address of somebody who has left the network, or of a bot, gets no code, though it may have an account."""

    def clean_email(self) -> str:
        email: str = super().clean_email()
        found = getattr(self, "_user", None)
        if found is not None and not is_account_of_who_may_come_in(AT_THE_DOOR, email, found.pk):
            self._user = None
        return email


class AskForCode(RequestLoginCodeView):  # type: ignore[misc]
    """The address to which a code goes; the same answer for every address."""

    def get_form_class(self) -> type[RequestLoginCodeForm]:
        return AddressForm

    def form_valid(self, form: RequestLoginCodeForm) -> HttpResponse:
        CodeByMail.begin(self.request, user=form._user, email=form.cleaned_data["email"])  # noqa: SLF001 - the library's own way
        return HttpResponseRedirect(str(self.get_success_url()))


@method_decorator(
    login_stage_required(stage=LoginByCodeStage.key, redirect_urlname="account_request_login_code"), name="dispatch"
)
class TypeCode(ConfirmLoginCodeView):  # type: ignore[misc]
    """The code out of the mail; after five wrong ones one asks again."""

    @method_decorator(never_cache)
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.stage = request._login_stage  # type: ignore[attr-defined]  # noqa: SLF001 - the library's own way
        self._process = CodeByMail(stage=self.stage).abort_if_invalid()
        if self._process is None:
            return HttpResponseRedirect(reverse("account_request_login_code"))
        return FormView.dispatch(self, request, *args, **kwargs)
