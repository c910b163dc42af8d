"""The dyed swatch that stands for a person, until there are pictures."""

import zlib
from typing import Final

DYES: Final = ("indigo", "orchil", "walnut", "gall", "moss", "lichen", "brazil", "slate")


def dye_of(key: int | str) -> str:
    """The dye of whoever ``key`` stands for: the same on every machine and after every restart."""
    return DYES[zlib.crc32(str(key).encode()) % len(DYES)]


def initials(name: str) -> str:
    """At most two letters: those that begin the first two words ("Ahmed El Amrani" is AE)."""
    letters = [word[0] for word in name.split() if word[0].isalnum()]
    return "".join(letters[:2]).upper() or "?"
