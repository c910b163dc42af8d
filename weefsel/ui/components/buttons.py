"""Buttons, links that look like them, and the quiet actions under a post."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from weefsel.ui.components.attributes import Value, attributes
from weefsel.ui.components.icon import icon as draw_icon
from weefsel.ui.components.icon import optional_icon

_CLASSES = {"": "btn", "first": "btn btn-first", "danger": "btn btn-danger"}
_ACTS = {"": "act", "solved": "act act-solved", "extra": "act act-extra"}


def _class_of(kind: str, wide: bool) -> str:
    return _CLASSES[kind] + (" btn-wide" if wide else "")


def button(
    label: str,
    kind: str = "",
    icon: str = "",
    *,
    type: str = "submit",  # noqa: A002 - the attribute's own name
    name: str = "",
    value: Value = None,
    form: str = "",
    formaction: str = "",
    disabled: bool = False,
    wide: bool = False,
    **more: Value,
) -> SafeString:
    """A button. ``kind`` is empty, ``first`` (one on a screen) or ``danger``; more attributes by name."""
    return format_html(
        "<button{}>{}{}</button>",
        attributes(
            class_=_class_of(kind, wide),
            type=type,
            name=name,
            value=value,
            form=form,
            formaction=formaction,
            disabled=disabled,
            **more,
        ),
        optional_icon(icon),
        label,
    )


def link_button(
    label: str, url: str, kind: str = "", icon: str = "", *, wide: bool = False, **more: Value
) -> SafeString:
    """A link that looks like a button: it leads somewhere and changes nothing."""
    return format_html(
        "<a{}>{}{}</a>",
        attributes(class_=_class_of(kind, wide), href=url, **more),
        optional_icon(icon),
        label,
    )


def act(
    label: str,
    icon: str = "",
    url: str = "",
    kind: str = "",
    *,
    pressed: bool | None = None,
    square: bool = False,
    type: str = "submit",  # noqa: A002 - the attribute's own name
    name: str = "",
    value: Value = None,
    form: str = "",
    formaction: str = "",
    **more: Value,
) -> SafeString:
    """A quiet action: words that get a ground when reached for; a link when it has a ``url``.

    ``kind`` is empty, ``solved`` or ``extra`` (goes first when room is short). ``pressed`` states a choice.
    ``square`` shows the icon alone and keeps the label for screen readers.
    """
    classes = _ACTS[kind] + (" act-square" if square else "")
    face = draw_icon(icon) if square else format_html("{}{}", optional_icon(icon), label)
    shared: dict[str, Value] = {"class_": classes, "aria_label": label if square else None, **more}
    if url:
        return format_html("<a{}>{}</a>", attributes(href=url, **shared), face)
    state = None if pressed is None else str(pressed).lower()
    return format_html(
        "<button{}>{}</button>",
        attributes(type=type, name=name, value=value, form=form, formaction=formaction, aria_pressed=state, **shared),
        face,
    )
