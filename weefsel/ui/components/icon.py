"""Icons: drawn inline, hidden from screen readers unless they carry the meaning alone."""

from functools import cache

from django.utils.html import format_html, format_html_join
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


# What stands many times on a page is drawn once, by ``symbols``, and named where it stands.
_SHARED = ("celebrate", "down", "follow", "insightful", "like", "more", "reply", "save", "support", "thanks")


def symbols() -> SafeString:
    """The drawings that ``shared_icon`` names: once in every page."""
    drawn = format_html_join(
        "", '<symbol id="i-{}" viewBox="0 0 20 20">{}</symbol>', ((name, _drawing(name)) for name in _SHARED)
    )
    return format_html('<svg class="symbols" aria-hidden="true" hidden>{}</svg>', drawn)


def shared_icon(name: str, *, small: bool = False) -> SafeString:
    """The same icon in few bytes, for what stands many times on a page; only those that ``symbols`` draws."""
    if name not in _SHARED:
        raise KeyError(f"{name!r} is not drawn by symbols().")
    return format_html(
        '<svg class="icon{}" aria-hidden="true"><use href="#i-{}"/></svg>', " icon-s" if small else "", name
    )


def optional_icon(name: str) -> SafeString:
    """The small icon with a space after it, or nothing when ``name`` is empty."""
    return format_html("{} ", icon(name, small=True)) if name else SafeString("")
