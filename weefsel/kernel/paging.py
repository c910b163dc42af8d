"""Finite pages: at most twenty rows, with an end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some rows, and the cursor with which the next ones are asked for (empty at the end)."""

    rows: Sequence[T]
    next_cursor: str = ""

    @property
    def is_last(self) -> bool:
        return not self.next_cursor
