"""Icons: drawn inline, hidden from screen readers unless they carry the meaning alone."""

from functools import cache

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from weefsel.ui.icons import ICONS


@cache
def _drawing(name: str) -> SafeString:
    if name not in ICONS:
        raise KeyError(f"There is no icon named {name!r}; weefsel/ui/icons.py lists them.")
    return mark_safe(ICONS[name])  # noqa: S308 - our own drawings


def icon(name: str, *, small: bool = False, label: str = "") -> SafeString:
    """The icon ``name``. With ``label`` it speaks for itself; without, the words beside it do."""
    size = " icon-s" if small else ""
    if label:
        return format_html(
            '<svg class="icon{}" viewBox="0 0 20 20" role="img" aria-label="{}">{}</svg>', size, label, _drawing(name)
        )
    return format_html('<svg class="icon{}" viewBox="0 0 20 20" aria-hidden="true">{}</svg>', size, _drawing(name))


def optional_icon(name: str) -> SafeString:
    """The small icon with a space after it, or nothing when ``name`` is empty."""
    return format_html("{} ", icon(name, small=True)) if name else SafeString("")
