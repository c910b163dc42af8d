"""Figures in tables and drawings; a drawing always has its table."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from weefsel.ui.components.attributes import attributes


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``is_number`` sets its cells to the right, one under another."""

    label: str
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its first cell is its heading. ``is_folded`` says that it stands for others."""

    cells: Sequence[str]
    is_folded: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption, which is also its name for screen readers."""

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Row]


def _row(columns: Sequence[Column], row: Row) -> SafeString:
    first, *others = row.cells
    cells = format_html_join(
        "",
        "<td{}>{}</td>",
        (
            (attributes(class_="n" if column.is_number else None), cell)
            for column, cell in zip(columns[1:], others, strict=True)
        ),
    )
    return format_html(
        '<tr{}><th scope="row">{}</th>{}</tr>', attributes(class_="is-folded" if row.is_folded else None), first, cells
    )


def table(table: Table) -> SafeString:
    """The table, in a frame of its own in which it scrolls when the page is narrow."""
    head = format_html_join(
        "",
        '<th scope="col"{}>{}</th>',
        ((attributes(class_="n" if column.is_number else None), column.label) for column in table.columns),
    )
    body = format_html_join("", "{}", ((_row(table.columns, row),) for row in table.rows))
    return format_html(
        '<div class="table-wrap" tabindex="0" role="region" aria-label="{0}"><table class="table">'
        "<caption>{0}</caption>"
        "<thead><tr>{1}</tr></thead><tbody>{2}</tbody></table></div>",
        table.caption,
        head,
        body,
    )


def figure(content: str, caption: str = "", twin: Table | None = None) -> SafeString:
    """A drawing (the content: one inline SVG with a name) with its words and, behind "show the figures", its table."""
    words = format_html("<figcaption>{}</figcaption>", caption) if caption else ""
    figures = (
        format_html('<details class="figures"><summary>{}</summary>{}</details>', _("Show the figures"), table(twin))
        if twin
        else ""
    )
    return format_html(
        '<figure class="figure"><div class="scroll" tabindex="0" role="group" aria-label="{}">{}</div>{}{}</figure>',
        caption or _("Drawing"),
        content,
        words,
        figures,
    )
