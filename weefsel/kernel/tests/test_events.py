"""Events are heard inside the transaction, and undone with it."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import transaction

from weefsel.kernel import events
from weefsel.kernel.events import announce, listen


@dataclass(frozen=True, slots=True)
class ThingHappened:
    number: int


@pytest.fixture
def heard() -> Iterator[list[int]]:
    found: list[int] = []

    @listen(ThingHappened)
    def hear(event: ThingHappened) -> None:
        found.append(event.number)

    yield found
    events._listeners.pop(ThingHappened)


@pytest.mark.django_db(transaction=True)
def test_an_event_outside_a_transaction_is_a_fault(heard: list[int]) -> None:
    with pytest.raises(RuntimeError, match="outside a transaction"):
        announce(ThingHappened(1))
    assert heard == []


@pytest.mark.django_db
def test_listeners_hear_at_once_in_the_order_in_which_they_registered(heard: list[int]) -> None:
    with transaction.atomic():
        announce(ThingHappened(1))
        assert heard == [1]
        announce(ThingHappened(2))
    assert heard == [1, 2]
