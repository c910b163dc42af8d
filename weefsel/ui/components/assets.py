"""The style sheet and the scripts, by addresses that change when they do."""

import json
from functools import cache
from pathlib import Path

from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

_HTMX_CONFIG = SafeString(
    json.dumps(
        {
            "allowEval": False,
            "includeIndicatorStyles": False,
            "selfRequestsOnly": True,
            "historyCacheSize": 0,
            "attributesToSettle": ["class"],  # htmx would set style attributes, which the content policy refuses
            # A wrong form comes back as 422 with what was typed, so it is shown like any answer.
            "responseHandling": [
                {"code": "204", "swap": False},
                {"code": "[23]..", "swap": True},
                {"code": "422", "swap": True},
                {"code": "[45]..", "swap": False, "error": True},
            ],
        }
    )
)
_JS = Path(__file__).parents[1] / "static/ui/js"


def static_url(name: str) -> str:
    """The address of a static file."""
    return static(name)


def styles() -> SafeString:
    """The link to the one style sheet."""
    return format_html('<link rel="stylesheet" href="{}">', static("ui/css/app.css"))


@cache
def _modules() -> tuple[str, ...]:
    return tuple(sorted(path.name for path in _JS.glob("*.js") if path.name != "weefsel.js"))


def scripts() -> SafeString:
    """Load htmx and our modules. The entry imports the others by relative address; the storage makes those hashed ones.

    The links spare the browser from finding out module by module what it needs.
    """
    ahead = format_html_join(
        "", '<link rel="modulepreload" href="{}">', ((static(f"ui/js/{name}"),) for name in _modules())
    )
    return format_html(
        "<meta name=\"htmx-config\" content='{}'>"
        '<script src="{}" defer></script>{}<script type="module" src="{}"></script>',
        _HTMX_CONFIG,
        static("django_htmx/htmx-2.min.js"),
        ahead,
        static("ui/js/weefsel.js"),
    )
