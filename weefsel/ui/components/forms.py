"""A form's field with everything that belongs to it."""

from django.forms import BoundField
from django.forms.widgets import CheckboxInput, CheckboxSelectMultiple, RadioSelect, Select, Textarea
from django.utils.safestring import SafeString, mark_safe


def widget_shape(field: BoundField) -> str:
    """How a field is laid out: ``check`` (label behind), ``group`` (several with one legend) or ``line``."""
    widget = field.field.widget
    if isinstance(widget, CheckboxInput):
        return "check"
    return "group" if isinstance(widget, (RadioSelect, CheckboxSelectMultiple)) else "line"


def widget(field: BoundField) -> SafeString:
    """The control itself, dressed as input, select or text area."""
    kind = field.field.widget
    if isinstance(kind, (CheckboxInput, RadioSelect, CheckboxSelectMultiple)):
        return mark_safe(field.as_widget())  # noqa: S308 - Django escaped it
    own = "textarea" if isinstance(kind, Textarea) else "select" if isinstance(kind, Select) else "input"
    given = kind.attrs.get("class", "")
    return mark_safe(field.as_widget(attrs={"class": f"{own} {given}".strip()}))  # noqa: S308 - Django escaped it


def field(bound: BoundField) -> SafeString:
    """A field with label, hint and what is wrong, tied together for screen readers."""
    return mark_safe(bound.as_field_group())  # noqa: S308 - a template escaped it
