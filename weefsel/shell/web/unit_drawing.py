"""The unit tree as a drawing: the way down, the siblings, what stands below. Every box is a link.

It is drawn from top to bottom and indented as a list is, so that it can be read on a phone as well. Big trees stay
small: only the way down, the siblings and the children are drawn, of each at most a dozen; the list beside it has all.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from weefsel.people.queries.unit_page import UnitNode, UnitPage, UnitTop

MOST_DRAWN = 12
BOX_WIDTH, BOX_HEIGHT, ROW, INDENT = 244, 36, 46, 16
LETTERS = 31


@dataclass(frozen=True, slots=True)
class Box:
    """A row of the drawing. Without a unit it says how many more there are."""

    depth: int
    name: str
    unit_id: int = 0
    is_here: bool = False


def rows_of(page: UnitPage) -> list[Box]:
    """The boxes from top to bottom: the way down, siblings before, the unit with its children, siblings after."""
    boxes = [Box(depth, node.name, node.id) for depth, node in enumerate(page.path)]
    depth = len(page.path)
    place = next((n for n, node in enumerate(page.siblings) if node.id == page.id), 0)
    first = max(0, min(place - MOST_DRAWN // 2, len(page.siblings) - MOST_DRAWN))
    shown = page.siblings[first : first + MOST_DRAWN]
    boxes += _more(depth, first)
    for node in shown or [UnitNode(page.id, page.name, page.site)]:
        is_here = node.id == page.id
        boxes.append(Box(depth, node.name, node.id, is_here))
        if is_here:
            boxes += level(page.children, depth + 1)
    return [*boxes, *_more(depth, len(page.siblings) - first - len(shown))]


def rows_of_top(tops: Sequence[UnitTop]) -> list[Box]:
    """The units at the top, each with what stands right below it."""
    boxes: list[Box] = []
    for top in tops[:MOST_DRAWN]:
        boxes += [Box(0, top.unit.name, top.unit.id), *level(top.children, 1)]
    return [*boxes, *_more(0, len(tops) - MOST_DRAWN)]


def level(nodes: Sequence[UnitNode], depth: int) -> list[Box]:
    """One level of the tree, at most a dozen of it."""
    boxes = [Box(depth, node.name, node.id) for node in nodes[:MOST_DRAWN]]
    return [*boxes, *_more(depth, len(nodes) - len(boxes))]


def _more(depth: int, count: int) -> list[Box]:
    if count <= 0:
        return []
    return [Box(depth, ngettext("one more", "%(count)s more", count) % {"count": count})]


def draw(boxes: Sequence[Box], title: str) -> SafeString:
    """The drawing, named for screen readers."""
    width = max((box.depth for box in boxes), default=0) * INDENT + BOX_WIDTH + 2
    return format_html(
        '<svg viewBox="0 0 {} {}" width="{}" role="group" aria-labelledby="tree-title tree-words">'
        '<title id="tree-title">{}</title><desc id="tree-words">{}</desc>{}{}</svg>',
        width,
        len(boxes) * ROW,
        width,
        title,
        _("From the top down; what is further to the right stands below. The same as a list follows."),
        format_html_join("", '<path d="{}"/>', ((_thread(boxes, n),) for n in range(len(boxes)) if boxes[n].depth)),
        format_html_join("", "{}", ((_box(box, n),) for n, box in enumerate(boxes))),
    )


def _thread(boxes: Sequence[Box], number: int) -> str:
    """From the box above and to the left, down and to this one."""
    depth = boxes[number].depth
    parent = next((n for n in range(number, -1, -1) if boxes[n].depth < depth), 0)
    x = (depth - 1) * INDENT + INDENT // 2
    return f"M{x} {parent * ROW + BOX_HEIGHT + 1}V{number * ROW + BOX_HEIGHT // 2}H{depth * INDENT}"


def _box(box: Box, number: int) -> SafeString:
    x, y = box.depth * INDENT + 1, number * ROW + 1
    shown = box.name if len(box.name) <= LETTERS else box.name[: LETTERS - 1].rstrip() + "…"
    text_x, text_y = x + 12, y + BOX_HEIGHT // 2 + 5
    if not box.unit_id:
        return format_html('<text class="faded" x="{}" y="{}">{}</text>', text_x, text_y, shown)
    return format_html(
        '<a href="{}"{}><rect x="{}" y="{}" width="{}" height="{}" rx="8"/><text x="{}" y="{}">{}</text>{}</a>',
        reverse("unit", args=[box.unit_id]),
        SafeString(' class="is-here" aria-current="page"' if box.is_here else ""),
        x,
        y,
        BOX_WIDTH,
        BOX_HEIGHT,
        text_x,
        text_y,
        shown,
        format_html("<title>{}</title>", box.name) if shown != box.name else "",
    )
