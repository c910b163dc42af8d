"""A form may ask for the refusal of a deed; nothing else is kept from the middleware."""

import pytest

from weefsel.kernel.outcome import outcome_of
from weefsel.kernel.refusals import Conflict, Invalid, NotAllowed, NotFound, Refusal


def test_what_is_done_gives_its_value() -> None:
    assert outcome_of(lambda: 7) == 7


@pytest.mark.parametrize("refusal", [NotAllowed("a"), NotFound("a"), Conflict("a"), Invalid("a", {"field": "b"})])
def test_a_refusal_is_given_as_it_is(refusal: Refusal) -> None:
    def deed() -> None:
        raise refusal

    assert outcome_of(deed) is refusal


def test_a_fault_is_no_refusal() -> None:
    with pytest.raises(ZeroDivisionError):
        outcome_of(lambda: 1 / 0)
