"""Pages that can also answer with a part of themselves."""

from django.http import HttpRequest


def wants_part(request: HttpRequest) -> bool:
    """Whether a script replaces a part of the page. Going back in the browser asks for the whole one."""
    return "HX-Request" in request.headers and "HX-History-Restore-Request" not in request.headers
