"""How forms are drawn: our field template everywhere, also where another package made the form."""

from functools import cached_property
from pathlib import Path

import django.forms.renderers
from django.forms.renderers import DjangoTemplates
from django.template.backends.django import DjangoTemplates as Backend


class Renderer(DjangoTemplates):
    """Draws a form, and each of its fields, with label, hint and what is wrong, tied together for screen readers."""

    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"

    @cached_property
    def engine(self) -> Backend:
        return Backend(
            {
                "APP_DIRS": True,
                "DIRS": [Path(django.forms.renderers.__file__).parent / "templates"],
                "NAME": "ui-forms",
                "OPTIONS": {"builtins": ["weefsel.ui.templatetags.ui", "django.templatetags.i18n"]},
            }
        )
