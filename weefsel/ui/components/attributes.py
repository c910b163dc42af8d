"""HTML attributes out of names and values."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

Value = str | int | bool | None


def attributes(**values: Value) -> SafeString:
    """The attributes, each with a space before it; None, False and "" leave one out, True gives the bare name.

    An underscore is a hyphen, and a trailing one is dropped (``aria_label``, ``class_``).
    """
    present = [(name.rstrip("_").replace("_", "-"), value) for name, value in values.items()]
    return format_html_join(
        "",
        "{}",
        (
            (format_html(" {}", name) if value is True else format_html(' {}="{}"', name, value),)
            for name, value in present
            if value is not None and value is not False and value != ""
        ),
    )
