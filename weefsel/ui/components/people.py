"""How a person, an organisation and an audience look."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from weefsel.ui.components.attributes import attributes
from weefsel.ui.components.icon import icon
from weefsel.ui.dye import dye_of, initials

_SIZES = {"": "avatar", "s": "avatar avatar-s", "l": "avatar avatar-l"}


def avatar(name: str, dye: str = "", *, outside: bool = False, size: str = "") -> SafeString:
    """The swatch of a person, always beside the name, hence hidden from screen readers. ``size`` is empty, s or l.

    People from outside are basted on: undyed, with a running stitch.
    """
    classes = _SIZES[size] + (" is-outside" if outside else "")
    return format_html(
        "<span{}>{}</span>",
        attributes(class_=classes, data_dye="" if outside else dye or dye_of(name), aria_hidden="true"),
        initials(name),
    )


def org(name: str) -> SafeString:
    """The organisation of somebody from outside, always beside the name."""
    return format_html('<span class="org"><span class="sr-only">{} </span>{}</span>', _("outside,"), name)


def swatch(*, outside: bool = False) -> SafeString:
    """The small square before a community's name; the words for "outsiders read this" are for screen readers."""
    return format_html('<span class="swatch{}"></span>', " is-outside" if outside else "")


def selvedge(*, outside: bool = False) -> SafeString:
    """The finished edge of a community: unbroken inside, stitched when others read. Stands beside an audience note."""
    return format_html('<div class="selvedge{}"></div>', " is-outside" if outside else "")


def _sentence(lead: str, rest: str, outside: bool) -> SafeString:
    sign = icon("outside" if outside else "inside")
    if not rest:
        return format_html("{}<span><b>{}</b></span>", sign, lead)
    return format_html("{}<span><b>{}</b> · {}</span>", sign, lead, rest)


def audience(lead: str, rest: str = "", *, outside: bool = False) -> SafeString:
    """Who can read this, as a paragraph: "Only inside" · "Process engineering (48 people)"."""
    return format_html(
        '<p class="audience{}" data-audience="{}">{}</p>',
        " is-outside" if outside else "",
        "outside" if outside else "inside",
        _sentence(lead, rest, outside),
    )


def audience_note(lead: str, rest: str = "", *, outside: bool = False) -> SafeString:
    """The same at the head of a community, with a ground: "Only inside." and a sentence."""
    return format_html(
        '<div class="audience-note{}" data-audience="{}">{}<p><b>{}</b> {}</p></div>',
        " is-outside" if outside else "",
        "outside" if outside else "inside",
        icon("outside" if outside else "inside"),
        lead,
        rest,
    )
