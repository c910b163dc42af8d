"""Charters and rules are short lines; how people mark them is taken away."""

from collections.abc import Sequence


def lines_of(text: str) -> Sequence[str]:
    """The lines that say something, without the dash or star before them."""
    lines = [line.strip().lstrip("-*•").strip() for line in text.splitlines()]
    return [line for line in lines if line]
