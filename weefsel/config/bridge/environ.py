"""A request of ASGI as the environ of WSGI."""

import sys
from typing import IO, Any

from weefsel.config.bridge.asgi import Scope

FILE_BLOCK = 256 * 1024


class FilePieces:
    """``wsgi.file_wrapper``: a file in large pieces. The bridge keeps no thread while a slow reader reads it."""

    def __init__(self, file: IO[bytes], _size: int = 0) -> None:
        self._file = file

    def __iter__(self) -> "FilePieces":
        return self

    def __next__(self) -> bytes:
        if piece := self._file.read(FILE_BLOCK):
            return piece
        raise StopIteration

    def close(self) -> None:
        if hasattr(self._file, "close"):
            self._file.close()


def environ_of(scope: Scope, body: IO[bytes], size: int, trusted_proxies: int) -> dict[str, Any]:
    """The environ. Forwarded headers count only as far as proxies are trusted."""
    server = scope.get("server") or ("localhost", 80)
    root = scope.get("root_path", "")
    headers = _headers(scope)
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": _as_wsgi(root),
        "PATH_INFO": _as_wsgi(scope["path"].removeprefix(root)),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "SERVER_NAME": server[0],
        "SERVER_PORT": str(server[1] or 80),
        "REMOTE_ADDR": _client(scope, headers, trusted_proxies),
        "CONTENT_LENGTH": str(size),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": _scheme(scope, headers, trusted_proxies),
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        "wsgi.file_wrapper": FilePieces,
    }
    if "content-type" in headers:
        environ["CONTENT_TYPE"] = headers["content-type"]
    for name, value in headers.items():
        if name not in _NEVER:
            environ["HTTP_" + name.upper().replace("-", "_")] = value
    return environ


# ``proxy`` would become HTTP_PROXY, which libraries read as a setting; the rest is said in its own key or not trusted.
# X-Forwarded-For stays: that somebody stands between is a fact of its own, though nobody may believe who.
_NEVER = frozenset({"proxy", "content-type", "content-length", "x-forwarded-proto", "x-forwarded-host"})


def _headers(scope: Scope) -> dict[str, str]:
    """Headers by lower name; what came twice is joined. A name with an underscore could pass for another: left out."""
    found: dict[str, str] = {}
    for raw_name, raw_value in scope["headers"]:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        if "_" in name:
            continue
        joint = "; " if name == "cookie" else ","
        found[name] = f"{found[name]}{joint}{value}" if name in found else value
    return found


def _client(scope: Scope, headers: dict[str, str], trusted_proxies: int) -> str:
    hops = [hop.strip() for hop in headers.get("x-forwarded-for", "").split(",") if hop.strip()]
    if trusted_proxies and hops:
        return hops[-min(trusted_proxies, len(hops))]
    return (scope.get("client") or ("", 0))[0] or ""


def _scheme(scope: Scope, headers: dict[str, str], trusted_proxies: int) -> str:
    forwarded = headers.get("x-forwarded-proto", "").rsplit(",", 1)[-1].strip()
    return forwarded if trusted_proxies and forwarded in {"http", "https"} else str(scope["scheme"])


def _as_wsgi(text: str) -> str:
    return text.encode("utf-8", "surrogateescape").decode("latin-1")
