"""Ids sort by time, never decrease within a process, and survive a clock that is set back."""

import threading
from datetime import UTC, datetime, timedelta

import time_machine
from hypothesis import given
from hypothesis import strategies as st

from weefsel.kernel.ids import IdMaker, id_floor, moment_of

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
MOMENTS = st.datetimes(datetime(2010, 1, 2), datetime(2070, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def test_ids_go_on_rising_when_the_clock_is_set_back() -> None:
    maker = IdMaker()
    with time_machine.travel(NOON, tick=False):
        before = maker.next()
    with time_machine.travel(NOON - timedelta(hours=1), tick=False):
        assert maker.next() > before


def test_ten_thousand_ids_of_one_millisecond_are_all_different_and_rising() -> None:
    maker = IdMaker()
    with time_machine.travel(NOON, tick=False):
        made = [maker.next() for _ in range(10_000)]
    assert made == sorted(set(made))


def test_threads_never_get_the_same_id() -> None:
    maker = IdMaker()
    made: list[int] = []

    def work() -> None:
        made.extend([maker.next() for _ in range(2_000)])

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(made)) == 8_000


def test_what_is_published_now_is_newer_than_what_stood_before_this_process() -> None:
    maker = IdMaker()
    future = id_floor(NOON + timedelta(days=400))
    maker.raise_to(future)
    assert maker.next() > future


@given(MOMENTS, MOMENTS)
def test_ids_of_different_moments_sort_as_the_moments_do(one: datetime, other: datetime) -> None:
    if abs(one - other) >= timedelta(milliseconds=1):
        maker = IdMaker()
        assert (maker.at(one, 7) < maker.at(other, 3)) == (one < other)


@given(MOMENTS)
def test_an_id_remembers_its_millisecond(moment: datetime) -> None:
    assert abs(moment_of(IdMaker().at(moment, 1)) - moment) <= timedelta(milliseconds=1)


@given(MOMENTS)
def test_an_id_fits_in_64_bits(moment: datetime) -> None:
    assert 0 < IdMaker().at(moment, (1 << 22) - 1) < 2**63
