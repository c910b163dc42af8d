"""``python -m tools.reference write | check``."""

import difflib
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
Pages = Mapping[str, Callable[[Path], str]]


def all_pages() -> Pages:
    """Name every page that is written, and what writes it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "weefsel.config.settings")
    from tools.reference import pages  # noqa: PLC0415 - they import the product
    from tools.reference.commands import commands_page  # noqa: PLC0415
    from tools.reference.who_may_what import TABLE, who_may_what_page  # noqa: PLC0415

    found: dict[str, Callable[[Path], str]] = {
        "docs/reference/map.md": pages.map_page,
        "docs/reference/events.md": pages.events_page,
        "docs/reference/commands.md": commands_page,
        "docs/operating/configuration.md": pages.configuration_page,
    }
    if find_spec(TABLE):
        found["docs/reference/who-may-what.md"] = who_may_what_page
    return found


def write(root: Path, pages: Pages) -> None:
    """Write every page."""
    for path, page in pages.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(page(root), encoding="utf-8")


def faults(root: Path, pages: Pages) -> Iterator[str]:
    """Name pages that are not what the code says now, and pages among them that nothing writes."""
    for path, page in pages.items():
        stands = (root / path).read_text(encoding="utf-8") if (root / path).exists() else ""
        written = page(root)
        if stands != written:
            change = difflib.unified_diff(stands.splitlines(), written.splitlines(), path, "the code", n=0, lineterm="")
            yield "\n".join([f"{path} is not true any more: run python -m tools.reference write.", *list(change)[:40]])
    for found in sorted((root / "docs" / "reference").glob("*.md")):
        path = found.relative_to(root).as_posix()
        if path not in pages:
            yield f"{path} is written by nothing: it belongs elsewhere in docs/, or needs a writer in tools/reference."


def main(arguments: list[str], root: Path = ROOT, pages: Pages | None = None) -> int:
    """Exit code 1 if a page is not true, 2 for wrong usage."""
    if arguments not in (["write"], ["check"]):
        print("Usage: python -m tools.reference write | check", file=sys.stderr)
        return 2
    pages = all_pages() if pages is None else pages
    if arguments == ["write"]:
        write(root, pages)
        return 0
    found = list(faults(root, pages))
    print("\n".join(found) or "All reference pages are true.")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
