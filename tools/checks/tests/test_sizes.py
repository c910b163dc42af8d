"""The mirror shows what stands out."""

from pathlib import Path

from tools.checks.checkout import Checkout
from tools.checks.sizes import sizes


def test_long_files_and_functions_stand_out(tmp_path: Path) -> None:
    folder = tmp_path / "weefsel" / "posts"
    folder.mkdir(parents=True)
    (folder / "post.css").write_text("a {}\n" * 201)
    (folder / "rules.py").write_text("def long():\n" + "    x = 1\n" * 40)
    (folder / "terms.py").write_text("A = 1\n")
    assert sorted(sizes(Checkout(tmp_path))) == [
        (41, "weefsel/posts/rules.py:1", "function long"),
        (201, "weefsel/posts/post.css", "file"),
    ]
