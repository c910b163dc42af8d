"""A way to plant an offence."""

from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from tools.checks.checkout import Checkout, Offence

Check = Callable[[Checkout], Iterator[Offence]]
Plant = Callable[[Check, dict[str, str]], list[str]]


@pytest.fixture
def found(tmp_path: Path) -> Plant:
    """Write files into an empty checkout, and give what a check says of it, as ``path:line``."""

    def plant(check: Check, files: dict[str, str]) -> list[str]:
        for path, text in files.items():
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
        return [f"{offence.path}:{offence.line}" for offence in check(Checkout(tmp_path))]

    return plant
