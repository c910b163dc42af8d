"""Numbers that come in addresses."""

from collections.abc import Mapping

_DIGITS = 19  # what a 64-bit number can have


def number_in(values: Mapping[str, str], name: str) -> int:
    """The number of that name; 0 when it is missing or is none."""
    text = str(values.get(name, ""))
    return min(int(text), 2**63 - 1) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else 0
