"""First set-up in the browser, by whoever can read the code in the home."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from weefsel.identity.signing_in import limited, sign_in_account
from weefsel.kernel.actor import Door, Power, acting_job
from weefsel.people.queries.network import is_set_up
from weefsel.shell.commands.set_up_network import set_up_network
from weefsel.shell.door import forget_set_up_code, is_set_up_code
from weefsel.shell.web.forms import SetUpForm
from weefsel.shell.web.taking import taken

SETTING_UP = acting_job(Power.SET_UP, door=Door.WEB)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: HttpRequest) -> HttpResponse:
    """The form; once the network stands this address leads to the door."""
    if is_set_up(SETTING_UP):
        return HttpResponseRedirect("/sign-in/")
    pause = limited(request, "set_up") if request.method == "POST" else None
    if pause is not None:
        return pause
    form = SetUpForm(request.POST or None, initial={"code": request.GET.get("code", "")[:100]})
    if form.is_bound and form.is_valid():
        told = {**form.cleaned_data}
        if not is_set_up_code(told.pop("code")):
            form.add_error("code", _("This is not the code. Look where the server was started."))
        account_id = taken(form, lambda: set_up_network(SETTING_UP, **told))
        if account_id is not None:
            forget_set_up_code()
            return sign_in_account(request, account_id, method="set_up")
    return render(request, "shell/set_up.html", {"form": form}, status=422 if form.is_bound else 200)
