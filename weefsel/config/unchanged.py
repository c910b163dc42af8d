"""Anything new? Answered before Django while nothing has changed: one statement proves the session and finds the tag.

Whatever else it might be (another method, a foreign host, no session, a changed tag) is left to the page ``/news/``.
"""

from typing import Final

from django.conf import settings
from django.http import parse_cookie
from django.http.request import split_domain_port, validate_host

from weefsel.config.bridge.asgi import Response, Scope
from weefsel.shell.queries.session_tag import read_tag

_PLAIN: Final = (
    (b"cache-control", b"private, no-cache"),
    (b"vary", b"Cookie"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
)


def unchanged(scope: Scope) -> Response | None:
    """304 when the reader's tag is still true; nothing otherwise. One statement, and only for who brings a tag."""
    headers: dict[bytes, bytes] = dict(scope["headers"])
    known, cookies = headers.get(b"if-none-match"), headers.get(b"cookie")
    if scope["method"] != "GET" or known is None or cookies is None or not _is_our_host(headers.get(b"host", b"")):
        return None
    key = parse_cookie(cookies.decode("latin-1")).get(settings.SESSION_COOKIE_NAME, "")
    visit = read_tag(key) if key else None
    if visit is None or visit.tag.encode() != known:
        return None
    return Response(304, ((b"etag", known), *_PLAIN))


def _is_our_host(host: bytes) -> bool:
    domain, _port = split_domain_port(host.decode("latin-1"))
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)
