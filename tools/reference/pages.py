"""The pages that are written from the sources alone."""

from dataclasses import fields
from pathlib import Path

from tools.reference.sources import NOTE, Event, events, floors, promise_of_app
from weefsel.config import environment


def map_page(root: Path) -> str:
    """The apps, from the top floor down, each with what it says it is for."""
    lines = ["# Map of the apps", "", NOTE, "", "An app imports only from the floors below it."]
    for number, apps in reversed(list(enumerate(reversed(floors(root))))):
        for app in apps:
            lines += ["", f"## {app} (floor {number})", "", promise_of_app(root, app)]
    return "\n".join(lines) + "\n"


def events_page(root: Path) -> str:
    """Who announces what, and who hears it."""
    lines = [
        "# Events",
        "",
        NOTE,
        "",
        "An event is heard inside the transaction that made it true. A listener writes a job row or a row of its own.",
    ]
    apps = [app for floor in reversed(floors(root)) for app in floor]
    before = ""
    for event in events(root, apps):
        if event.app != before:
            lines += ["", f"## {event.app}"]
            before = event.app
        lines += _of_event(event)
    return "\n".join(lines) + "\n"


def _of_event(event: Event) -> list[str]:
    announced = ", ".join(f"`{place}`" for place in event.announced_by) or "nobody yet"
    heard = ", ".join(f"`{place}`" for place in event.heard_by) or "nobody yet"
    promise = [event.promise, ""] if event.promise and not event.promise.startswith(f"{event.name}(") else []
    return ["", f"### {event.name}", "", *promise, f"- Announced by {announced}.", f"- Heard by {heard}."]


def configuration_page(_root: Path) -> str:
    """Every setting of an installation, its default and what it may be."""
    lines = [
        "# Configuration",
        "",
        NOTE,
        "",
        "Weefsel is set by environment variables. Each may also be given as `…_FILE`, the path of a file that holds",
        "the value. A wrong name and a value that is not allowed are refused at the start, with a sentence.",
        "",
        "| Setting | Default | Allowed | Meaning |",
        "|---|---|---|---|",
    ]
    for field in fields(environment.Environment):
        default = str(field.default).lower() if isinstance(field.default, bool) else str(field.default)
        cells = (
            f"`WEEFSEL_{field.name.upper()}`",
            f"`{default}`" if default else "empty",
            _allowed(field.name, field.default),
            field.metadata["doc"],
        )
        lines.append(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |")
    return "\n".join(lines) + "\n"


def _allowed(name: str, default: object) -> str:
    if isinstance(default, bool):
        return "`true`, `false`"
    if name in environment.CHOICES:
        return ", ".join(f"`{choice}`" for choice in environment.CHOICES[name])
    if name in environment.RANGES:
        return "{} to {}".format(*environment.RANGES[name])
    if name in environment.SCHEMES:
        return ", ".join(f"`{scheme}://…`" for scheme in environment.SCHEMES[name])
    return "text"
