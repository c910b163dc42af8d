"""One run of the bench: prepare the network, serve it, ask, and say what was measured."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connection
from django.test import Client

from weefsel.config.bench import world
from weefsel.config.bench.load import measure
from weefsel.config.bench.paths import PATHS, HotPath
from weefsel.config.bench.server import Served, served
from weefsel.config.bench.sizes import Size
from weefsel.config.database import bring_up_to_date
from weefsel.config.statics import collect_when_changed
from weefsel.config.unchanged import unchanged
from weefsel.identity.models import Account
from weefsel.identity.sign_in_sessions import SessionStore
from weefsel.kernel.refusals import Conflict
from weefsel.people.models import Network
from weefsel.posts.models import Post

CONNECTIONS = (1, 16)
_BOOKKEEPING = ("BEGIN", "SAVEPOINT", "RELEASE", "COMMIT", "ROLLBACK")


@dataclass(frozen=True, slots=True)
class Figures:
    """A row of the result. ``queries`` is statements a request, ``cpu_ms`` the server's own time for one."""

    name: str
    connections: int
    requests_per_second: float
    p50_ms: float
    p99_ms: float
    queries: int
    cpu_ms: float
    bytes: int


def prepare(size: Size) -> bool:
    """Make the network of this size unless it is there; say whether it was made.

    Raises ``Conflict`` in a database that holds another network.
    """
    bring_up_to_date()
    collect_when_changed()
    name = Network.objects.values_list("name", flat=True).first()
    if name == world.network_name(size):
        return False
    if name is not None or Account.objects.exists():
        raise Conflict("This database holds another network. The bench needs an empty one of its own.")
    world.fill(size)
    return True


def measured(home: Path, names: Sequence[str], *, seconds: float) -> Iterator[Figures]:
    """Measure the named paths, each with one connection and with sixteen."""
    keys = [_session_of(account) for account in Account.objects.filter(pk__in=world.readers()).order_by("pk")]
    thread = Post.objects.filter(thread=None).order_by("-pk").values_list("pk", flat=True)[0]
    connection.close()
    with served(home) as server:
        for path in (PATHS[name] for name in names):
            requests = path.requests_of(server.port, keys, thread)
            measure(server.port, requests, status=path.status, connections=2, seconds=max(seconds / 2, 1))
            queries = _queries(path, requests[0], keys[0])
            for connections in CONNECTIONS:
                row = _measured(server, path, requests, connections=connections, seconds=seconds)
                yield replace(row, queries=queries)


def _measured(server: Served, path: HotPath, requests: Sequence[bytes], *, connections: int, seconds: float) -> Figures:
    before = server.cpu_seconds()
    sample = measure(server.port, requests, status=path.status, connections=connections, seconds=seconds)
    cpu = server.cpu_seconds() - before
    return Figures(
        name=path.name,
        connections=connections,
        requests_per_second=round(sample.per_second, 1),
        p50_ms=round(sample.percentile(0.5), 2),
        p99_ms=round(sample.percentile(0.99), 2),
        queries=0,
        cpu_ms=round(1000 * cpu / max(len(sample.latencies), 1), 2),
        bytes=sample.mean_bytes,
    )


def _session_of(account: Account) -> str:
    store = SessionStore()
    store[SESSION_KEY] = str(account.pk)
    store[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    store[HASH_SESSION_KEY] = account.get_session_auth_hash()
    store.create()
    assert store.session_key is not None
    return str(store.session_key)


def _queries(path: HotPath, request: bytes, key: str) -> int:
    """The statements of one request, asked here in this process after a first one has filled what is kept."""
    address, tag = request.split(b" ")[1].decode(), ""
    for line in request.split(b"\r\n"):
        if line.startswith(b"If-None-Match: "):
            tag = line.split(b": ", 1)[1].decode()
    browser = Client()
    browser.cookies["weefsel-session"] = key

    def ask() -> None:
        if tag and unchanged(_scope(address, key, tag)) is not None:
            return
        answer = browser.get(address, headers={"If-None-Match": tag} if tag else {}, SERVER_NAME="localhost")
        if answer.status_code != path.status:
            raise Conflict(f"{path.name} answered {answer.status_code} instead of {path.status}.")

    ask()
    counted: list[str] = []

    def note(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        counted.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        ask()
    return sum(not sql.startswith(_BOOKKEEPING) for sql in counted)


def _scope(address: str, key: str, tag: str) -> dict[str, object]:
    headers = [
        (b"host", b"localhost"),
        (b"cookie", f"weefsel-session={key}".encode()),
        (b"if-none-match", tag.encode()),
    ]
    return {"type": "http", "method": "GET", "path": address, "headers": headers}
