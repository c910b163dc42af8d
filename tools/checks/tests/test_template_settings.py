"""The linter of templates knows our block tags."""

import tomllib
from pathlib import Path
from types import FunctionType

from weefsel.ui.templatetags.ui import register

ROOT = Path(__file__).resolve().parents[3]


def test_every_block_tag_is_named_to_the_linter_of_templates() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    blocks = {
        name
        for name, made in register.tags.items()
        if isinstance(made, FunctionType) and "simple_block_tag" in made.__code__.co_qualname
    }
    assert project["tool"]["djangofmt"]["custom-blocks"] == sorted(blocks)
