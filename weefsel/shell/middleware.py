"""Who is asking, and how a refusal becomes a page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]


def visitor(get_response: Answer) -> Answer:
    return get_response


def refusals(get_response: Answer) -> Answer:
    return get_response
