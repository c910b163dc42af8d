"""The door: signing in, by a link, or in the demonstration as somebody chosen."""

from typing import Any

from allauth.account.views import LoginView
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from weefsel.identity.queries.links import is_open_link
from weefsel.identity.signing_in import limited, sign_in_account
from weefsel.kernel.refusals import NotFound
from weefsel.kernel.request import actor_of
from weefsel.people.commands.open_account import open_account
from weefsel.shell.commands.come_in_by_link import come_in_by_link
from weefsel.shell.door import AT_THE_DOOR, is_demonstration_here
from weefsel.shell.queries.door_people import door_people


class SignIn(LoginView):  # type: ignore[misc]
    """The first page of a stranger. Somebody signed in who is nobody here any more is signed out and told."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and not actor_of(request).is_somebody:
            logout(request)
            messages.info(request, _("This account belongs to nobody in this network now. Ask your steward."))
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        found["people"] = door_people(AT_THE_DOOR) if is_demonstration_here(self.request) else []
        return found


@require_GET
@never_cache
def sign_in_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Sign in whom a link was made for, once; a link that no longer works says what to do."""
    pause = limited(request, "sign_in_link")
    if pause is not None:
        return pause
    if not is_open_link(AT_THE_DOOR, token):
        return render(request, "shell/link_is_over.html", status=410)
    account_id = come_in_by_link(AT_THE_DOOR, token=token, language=actor_of(request).language)
    return sign_in_account(request, account_id, method="link", url=request.GET.get("next", ""))


@require_POST
def sign_in_as(request: HttpRequest, handle: str) -> HttpResponse:
    """Sign in as somebody the demonstration offers. Anywhere else this address does not exist."""
    people = door_people(AT_THE_DOOR) if is_demonstration_here(request) else []
    chosen = next((person for person in people if person.handle == handle), None)
    if chosen is None:
        raise NotFound(_("There is nothing at this address."))
    account_id = open_account(AT_THE_DOOR, email=chosen.email)
    return sign_in_account(request, account_id, method="demonstration", url=request.POST.get("next", ""))
