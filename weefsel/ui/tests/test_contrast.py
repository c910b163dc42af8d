"""Text needs 4.5:1 on every ground that it is set on; edges of controls and focus rings need 3:1 (WCAG 2.2 AA)."""

import pytest

from weefsel.ui.dye import DYES
from weefsel.ui.tests.sheet import themes

GROUNDS = ("linen", "cloth", "linen-deep", "woad-wash", "madder-wash", "weld-wash", "verdigris-wash")
TEXT = [
    *((text, ground) for text in ("ink", "faded", "woad") for ground in GROUNDS),
    *((dye, ground) for dye in ("madder", "weld", "verdigris") for ground in ("linen", "cloth", f"{dye}-wash")),
    ("on-woad", "woad"),
    ("on-woad", "woad-deep"),
    ("on-madder", "madder"),
    ("linen", "ink"),
    *(("on-dye", f"dye-{dye}") for dye in DYES),
]
EDGES = [(edge, ground) for edge in ("seam", "woad", "madder") for ground in ("linen", "cloth")]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read_on_its_ground(theme: str, text: str, ground: str) -> None:
    tokens = themes()[theme]

    assert contrast(tokens[text], tokens[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_can_be_seen_on_their_ground(theme: str, edge: str, ground: str) -> None:
    tokens = themes()[theme]

    assert contrast(tokens[edge], tokens[ground]) >= 3


def test_the_measure_itself_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
