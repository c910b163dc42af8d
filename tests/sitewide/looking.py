"""Asking an address, and what came back: status, words, faults, and what was written meanwhile."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

import pytest
from django.core.cache import caches
from django.test import Client

from tests.sitewide.addresses.visit import Visit
from tests.sitewide.stage import SECRETS, STRANGERS
from weefsel.kernel.testing import statements

SIGN_IN = "/sign-in/"
OF_A_FRAGMENT = {"HX-Request": "true"}
_WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE)\b", re.IGNORECASE)
# What signing in keeps for itself while one looks at a page: its session, and how often one has tried.
_OWN_BOOKS = ('"identity_session"', '"kernel_shared_cache"')
_TOKEN = re.compile(r'(name="csrfmiddlewaretoken" value=")[^"]*')


@dataclass(frozen=True, slots=True)
class Seen:
    """An answer. ``words`` are all that it says, with where it leads, less the address that was asked for."""

    url: str
    status: int
    words: str = ""
    leads_to: str = ""
    fault: str = ""
    sql: tuple[str, ...] = field(default=())

    @property
    def is_at_the_door(self) -> bool:
        return self.status == 302 and self.leads_to.startswith(f"{SIGN_IN}?next=")

    @property
    def written(self) -> list[str]:
        return [sql for sql in self.sql if _WRITES.match(sql) and not any(book in sql for book in _OWN_BOOKS)]

    def leaks(self, role: str) -> list[str]:
        words = (self.words + unquote(self.leads_to).replace(self.url, "")).lower()
        return [secret for secret, readers in SECRETS.items() if role not in readers and secret.lower() in words]

    def shown(self) -> set[str]:
        return {secret for secret in SECRETS if secret.lower() in self.words.lower()}

    def __str__(self) -> str:
        return f"{self.url}: {self.status} {self.leads_to} {self.fault}"


def ask(client: Client, url: str, data: Mapping[str, Any] | None = None, *, is_fragment: bool = False) -> Seen:
    """Look at an address, or post to it when there is ``data``. A fault is part of what is seen."""
    headers = OF_A_FRAGMENT if is_fragment else {}
    with statements() as count:
        try:
            answer: Any = client.get(url, headers=headers) if data is None else client.post(url, data, headers=headers)
        except pytest.fail.Exception as undefined:  # a name that a template does not know
            return Seen(url, 500, fault=str(undefined))
    fault = repr(answer.exc_info[1]) if getattr(answer, "exc_info", None) else ""
    words = _TOKEN.sub(r"\1", answer.content.decode(errors="replace")).replace(answer.request["PATH_INFO"], "")
    return Seen(url, answer.status_code, words, answer.headers.get("Location", ""), fault, tuple(count.sql))


def keep_the_frame(client: Client) -> None:
    """Have the process keep what it reads now and then, for as long as the test lasts, so that statements compare."""
    client.get("/keys/")
    caches["process"].touch("network-name", None)


def is_as_told(visit: Visit, role: str, seen: Seen) -> bool:
    """Whether this role, looking, got what the table says."""
    if visit.is_door:  # what one finds behind it depends on how far one's signing in has come
        return seen.status < 500
    if role in STRANGERS:
        return seen.is_at_the_door
    if visit.takes == "POST":
        return seen.status == 405 or (seen.status == 404 and role not in visit.who | visit.sees)
    if role in visit.who:
        return seen.status < 400 and not seen.is_at_the_door
    return seen.status in ({403, 404} if role in visit.sees else {404})
