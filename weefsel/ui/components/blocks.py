"""Parts with content between their tags."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from weefsel.ui.components.attributes import Value, attributes
from weefsel.ui.components.icon import icon

_CALLOUTS = {
    "info": ("", "info"),
    "waiting": (" is-waiting", "clock"),
    "done": (" is-done", "done"),
    "wrong": (" is-wrong", "warning"),
}


def callout(content: str, kind: str = "info", title: str = "", role: str = "") -> SafeString:
    """A notice in the page: ``kind`` is info, waiting, done or wrong; ``role`` is alert or status if it comes later."""
    look, sign = _CALLOUTS[kind]
    head = format_html("<b>{}</b>", title) if title else ""
    return format_html(
        '<div class="callout{}"{}>{}<div>{}{}</div></div>', look, attributes(role=role), icon(sign), head, content
    )


def menu(content: str, label: str = "", icon_name: str = "more", text: str = "", classes: str = "") -> SafeString:
    """A menu that opens without JavaScript. The content is its ``<li>``s, each with one link or button.

    ``text`` shows words on the opener; without them it is a square with ``icon_name``, named by ``label``.
    """
    opener = (
        format_html('<summary class="btn">{} {}</summary>', text, icon("down", small=True))
        if text
        else format_html(
            '<summary class="act act-square" aria-label="{}">{}</summary>', label or _("More"), icon(icon_name)
        )
    )
    return format_html(
        '<details class="menu{}" data-menu>{}<ul>{}</ul></details>', f" {classes}" if classes else "", opener, content
    )


def dialog(content: str, id: str, title: str) -> SafeString:  # noqa: A002 - the attribute's own name
    """A dialog that waits in the page. A link or button with ``data-dialog="ID"`` opens it.

    Without JavaScript such a link goes to its own page, so give it one.
    """
    return format_html(
        '<dialog class="dialog" id="{0}" aria-labelledby="{0}-title"><h2 id="{0}-title">{1}</h2>{2}</dialog>',
        id,
        title,
        content,
    )


def tabs(content: str, label: str) -> SafeString:
    """A line of pages that belong together; the content is ``{% tab %}``s."""
    return format_html('<nav class="tabs" aria-label="{}">{}</nav>', label, content)


def tab(label: str, url: str, *, current: bool = False) -> SafeString:
    """One page in a line of tabs."""
    return format_html('<a href="{}"{}>{}</a>', url, attributes(aria_current="page" if current else None), label)


def panel(content: str, title: str, id: str = "") -> SafeString:  # noqa: A002 - the attribute's own name
    """A section of the context column, with its heading."""
    return format_html("<section{}><h2>{}</h2>{}</section>", attributes(id=id), title, content)


def quote(content: str, author: str = "", url: str = "") -> SafeString:
    """What somebody answers to, with who said it."""
    by = format_html('<a href="{}">{}</a>', url, author) if url else author
    head = format_html("<cite>{}</cite>", by) if author else ""
    return format_html('<blockquote class="quote">{}{}</blockquote>', head, content)


def squeeze(content: str, **more: Value) -> SafeString:
    """The width of a small phone, for the style guide."""
    return format_html('<div class="squeeze stack"{}>{}</div>', attributes(**more), content)
