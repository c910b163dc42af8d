"""Coming in by an invitation. Looking at it changes nothing: scanners of mail follow links too."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from weefsel.identity.queries.links import open_invitation
from weefsel.identity.signing_in import limited, sign_in_account
from weefsel.people.queries.who_may_come_in import is_somebody_who_may_come_in
from weefsel.shell.commands.accept_invitation import accept_invitation
from weefsel.shell.door import AT_THE_DOOR
from weefsel.shell.web.forms import NameForm


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The page with one button; a person the network does not know yet also writes their name."""
    pause = limited(request, "invitation") if request.method == "POST" else None
    if pause is not None:
        return pause
    found = open_invitation(AT_THE_DOOR, token)
    if found is None:
        return render(request, "shell/invitation_is_over.html", status=410)
    with translation.override(found.language):
        is_known = is_somebody_who_may_come_in(AT_THE_DOOR, found.email)
        form = NameForm(request.POST if request.method == "POST" else None, is_known=is_known)
        if form.is_bound and form.is_valid():
            name = form.cleaned_data.get("name", "")
            account_id = accept_invitation(AT_THE_DOOR, token=token, name=name, language=found.language)
            return sign_in_account(request, account_id, method="invitation")
        facts = {"form": form, "email": found.email, "token": token}
        return render(request, "shell/invitation.html", facts, status=422 if form.is_bound else 200)
