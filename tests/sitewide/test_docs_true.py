"""What the documents say is so: paths exist, links lead somewhere, commands are there, settings are real."""

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from urllib.parse import unquote

import pytest

from tools.reference.commands import command_words
from tools.reference.sources import floors
from weefsel.config.environment import Environment

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`|^(?: {4}|\t)(\S[^\n]*)$", re.MULTILINE)
PLACE = re.compile(r"(?:weefsel|tests|tools|docs|bin|deploy|locale|requirements|\.ci)/[\w./-]*[\w/]")
SETTING = re.compile(r"\bWEEFSEL_[A-Z_]+[A-Z]\b")
COMMAND = re.compile(r"^(?:\$ )?(?:bin/)?weefsel ([a-z][a-z -]*)")


def _documents() -> list[Path]:
    found = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    return sorted(path for path in found if path.name != "LICENSE.md")


def _code(text: str) -> Iterator[str]:
    for found in CODE.finditer(text):
        yield (found[1] or found[2]).strip()
    for block in re.findall(r"^```[^\n]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        yield from block.splitlines()


@pytest.fixture(params=_documents(), ids=lambda path: path.relative_to(ROOT).as_posix())
def document(request: pytest.FixtureRequest) -> Path:
    """Each document in turn."""
    path: Path = request.param
    return path


def test_every_link_to_a_file_leads_to_one(document: Path) -> None:
    targets = [unquote(target).split("#")[0] for target in LINK.findall(document.read_text(encoding="utf-8"))]
    inside = [target for target in targets if target and "://" not in target and not target.startswith("mailto:")]
    assert [target for target in inside if not (document.parent / target).exists()] == []


def test_every_path_that_is_named_exists(document: Path) -> None:
    named = {
        word.rstrip("/")
        for code in _code(document.read_text(encoding="utf-8"))
        for word in re.split(r"[\s,;()]+", code)
        if PLACE.fullmatch(word.rstrip("/")) and word == word.lower()
    }
    assert sorted(path for path in named if not (ROOT / path).exists()) == []


def test_every_setting_that_is_named_is_one(document: Path) -> None:
    settings = {f"WEEFSEL_{field.name.upper()}" for field in fields(Environment)}
    named = set(SETTING.findall(document.read_text(encoding="utf-8")))
    assert named - settings - {f"{name}_FILE" for name in settings} == set()


def test_every_command_that_is_shown_is_one(document: Path) -> None:
    commands = command_words()
    shown = [found[1].split() for code in _code(document.read_text(encoding="utf-8")) if (found := COMMAND.match(code))]
    wrong = [words for words in shown if not any(tuple(words[: len(known)]) == known for known in commands)]
    assert wrong == []


def test_the_architecture_names_every_app() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    apps = [app for floor in floors(ROOT) for app in floor]
    assert [app for app in apps if f"`{app}`" not in text] == []


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))
