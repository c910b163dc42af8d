"""How one visit of an address is written down."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from tests.sitewide.stage import SOMEBODY, Stage


@dataclass(frozen=True, slots=True)
class Visit:
    """An address with sample values, and whom it answers.

    ``who`` gets the page (or is led on). Others who may know of the thing (``sees``) may be told that they cannot do
    this; for everybody else it does not exist. ``takes`` is ``POST`` for what can only be done, not looked at. At a
    door (``is_door``) a stranger may knock.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    query: str = ""
    who: frozenset[str] = SOMEBODY
    sees: frozenset[str] = frozenset()
    takes: str = "GET"
    is_door: bool = False

    def url(self, name: str) -> str:
        return reverse(name, kwargs=dict(self.values)) + (f"?{self.query}" if self.query else "")


Visits = Callable[[Stage], list[Visit]]


def page(*queries: str, who: frozenset[str] = SOMEBODY, sees: frozenset[str] = frozenset()) -> Visits:
    """A page without values in its address, as it is and with each of these queries."""
    return lambda _: [Visit(query=query, who=who, sees=sees) for query in ("", *queries)]


def deed(who: frozenset[str] = SOMEBODY) -> Visits:
    """Something without values in its address that can only be done."""
    return lambda _: [Visit(who=who, takes="POST")]


def door(*queries: str) -> Visits:
    """A page on which strangers are met."""
    return lambda _: [Visit(query=query, is_door=True) for query in ("", *queries)]
