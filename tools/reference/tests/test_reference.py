"""The pages say what the code says."""

from pathlib import Path

import pytest

from tools.reference.__main__ import main
from tools.reference.pages import configuration_page, events_page, map_page

PROJECT = """
[[tool.importlinter.contracts]]
id = "floors"
layers = ["notices", "posts | people"]
"""
SOURCES = {
    "pyproject.toml": PROJECT,
    "weefsel/notices/__init__.py": '"""Tells people what concerns them."""',
    "weefsel/posts/__init__.py": '"""Posts and threads."""',
    "weefsel/people/__init__.py": '"""Who is there."""',
    "weefsel/posts/events.py": 'class PostPublished:\n    """A post stands."""\n\nclass PostPinned: ...\n',
    "weefsel/posts/commands/publish_post.py": """
from weefsel.kernel.events import announce
from weefsel.posts.events import PostPublished

def publish_post():
    announce(PostPublished(post_id=1))
""",
    "weefsel/notices/listeners.py": """
from weefsel.posts.events import PostPublished

@listen(PostPublished)
def tell(event): ...
""",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout of three apps, of which one announces and one hears."""
    for path, text in SOURCES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def test_the_map_names_every_app_on_its_floor(root: Path) -> None:
    page = map_page(root)
    assert "## notices (floor 1)\n\nTells people what concerns them.\n" in page
    assert "## posts (floor 0)" in page
    assert "## people (floor 0)" in page


def test_the_page_of_events_names_who_announces_and_who_hears(root: Path) -> None:
    page = events_page(root)
    assert "### PostPublished\n\nA post stands.\n" in page
    assert "- Announced by `posts.commands.publish_post`.\n- Heard by `notices.listeners.tell`.\n" in page
    assert "### PostPinned\n\n- Announced by nobody yet.\n- Heard by nobody yet.\n" in page


def test_the_page_of_settings_names_what_is_allowed(root: Path) -> None:
    page = configuration_page(root)
    assert "| `WEEFSEL_LOG_FORMAT` | `text` | `text`, `json` |" in page
    assert "| `WEEFSEL_THREADS` | `4` | 1 to 64 |" in page


def test_a_page_that_is_not_true_any_more_is_caught(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = {"docs/reference/map.md": map_page}
    assert main(["write"], root, pages) == 0
    assert main(["check"], root, pages) == 0
    (root / "weefsel/posts/__init__.py").write_text('"""Posts of every kind."""')
    assert main(["check"], root, pages) == 1
    assert "+Posts of every kind." in capsys.readouterr().out


def test_a_page_that_nothing_writes_is_caught(root: Path) -> None:
    (root / "docs/reference").mkdir(parents=True)
    (root / "docs/reference/by-hand.md").write_text("# By hand\n")
    assert main(["check"], root, {}) == 1
