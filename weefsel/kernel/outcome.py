"""The outcome of a deed whose refusal a form shows in its own place, beside what was typed."""

from collections.abc import Callable
from typing import TypeVar

from weefsel.kernel.refusals import Refusal

T = TypeVar("T")


def outcome_of(deed: Callable[[], T]) -> T | Refusal:
    """What ``deed`` gives, or the refusal that it met: for a door that answers with the form, its text kept.

    Everything else goes through to the middleware that turns refusals into pages.
    """
    try:
        return deed()
    except Refusal as refusal:
        return refusal
