"""What the library's views answer, with the status that the rest of the network uses."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse

View = Callable[..., HttpResponseBase]
TOO_MANY = {"too_many_login_attempts", "rate_limited"}


def ours(view: View) -> View:
    """A form that was not taken answers 422, and 429 when there were too many tries; what was typed stays."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if request.method == "POST" and isinstance(response, TemplateResponse):
            forms = [form for form in (response.context_data or {}).values() if isinstance(form, BaseForm)]
            codes = {error.code for form in forms for found in form.errors.as_data().values() for error in found}
            if codes & TOO_MANY:
                response.status_code = 429
            elif codes:
                response.status_code = 422
        return response

    return answer
