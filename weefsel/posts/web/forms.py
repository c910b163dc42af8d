"""What the forms of posts send, read without judging it: the commands judge."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from weefsel.kernel.refusals import Refusal
from weefsel.posts.queries.composer import Typed

_MOST_DIGITS = 19
_LARGEST = 2**63 - 1


def number(values: QueryDict, name: str) -> int | None:
    """The number that a field holds, if it holds one."""
    text = values.get(name, "")
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        return None
    return int(text) if int(text) <= _LARGEST else None


def typed(values: QueryDict) -> Typed:
    """What stands in the form of a new post."""
    return Typed(
        home_id=number(values, "home"),
        kind=values.get("kind", "") or Typed().kind,
        title=values.get("title", ""),
        body=values.get("body", ""),
        inside_only=values.get("inside_only", "") == "1",
        form_key=values.get("form_key", ""),
    )


def wrongs(refusal: Refusal | None) -> Mapping[str, object]:
    """What a form says of a refusal: ``sentence`` above it, ``errors`` beside its fields."""
    if refusal is None:
        return {"sentence": "", "errors": {}}
    errors = dict(getattr(refusal, "fields", {}))
    sentence = str(refusal.sentence) or ("" if errors else _("This could not be done. Your text is still here."))
    return {"sentence": sentence, "errors": errors}


def again(request: HttpRequest, template: str, facts: Mapping[str, object], refusal: Refusal) -> HttpResponse:
    """The form once more with the status of the refusal. The middleware puts no page of its own in its place."""
    response = render(request, template, {**facts, **wrongs(refusal)}, status=refusal.status)
    response.is_refusal = True  # type: ignore[attr-defined]  # shell.middleware looks for it
    return response


def back(request: HttpRequest, post_id: int) -> HttpResponse:
    """Go back to where a button under a post was pressed, or to the post."""
    came_from = request.headers.get("Referer", "").partition("#")[0]
    is_ours = url_has_allowed_host_and_scheme(came_from, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(f"{came_from}#post-{post_id}" if came_from and is_ours else f"/posts/{post_id}/")
