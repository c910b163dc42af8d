"""The style sheet and the templates as text, for the tests that read them."""

import re
from pathlib import Path
from typing import Final

UI: Final = Path(__file__).parents[1]
WEEFSEL: Final = UI.parent
CSS: Final = UI / "static/ui/css"
JS: Final = UI / "static/ui/js"

_COLOUR = re.compile(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)")


def themes() -> dict[str, dict[str, str]]:
    """Every token of colour, in both themes."""
    found = _COLOUR.findall((CSS / "tokens/colour.css").read_text())
    light = {name: value for name, value, _ in found}
    dark = {name: value for name, _, value in found}
    return {"light": light | {"on-dye": "#fffdf9"}, "dark": dark | {"on-dye": "#fffdf9"}}


def templates() -> list[Path]:
    """The templates of every app."""
    return sorted(WEEFSEL.glob("*/templates/**/*.html"))


def modules() -> list[Path]:
    return sorted(JS.glob("*.js"))
