"""A form whose command may refuse what was typed: its sentences come back at their fields."""

from collections.abc import Callable
from typing import TypeVar

from django.forms import Form

from weefsel.kernel.outcome import outcome_of
from weefsel.kernel.refusals import Conflict, Invalid, Refusal

T = TypeVar("T")


def taken(form: Form, deed: Callable[[], T]) -> T | None:
    """Do the deed if the form is sound, and return what it gives; what it will not take is said on the form.

    Other refusals (not allowed, not found) go on to the middleware that turns them into pages.
    """
    if not form.is_valid():
        return None
    outcome = outcome_of(deed)
    if not isinstance(outcome, Refusal):
        return outcome
    if not isinstance(outcome, (Invalid, Conflict)):
        raise outcome
    for field, sentence in getattr(outcome, "fields", {}).items():
        form.add_error(field if field in form.fields else None, str(sentence))
    if outcome.sentence:
        form.add_error(None, str(outcome.sentence))
    return None
