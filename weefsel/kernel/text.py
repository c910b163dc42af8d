"""What is typed, made safe to keep: control characters gone, lengths checked."""

import re

from django.utils.translation import gettext as _

from weefsel.kernel.refusals import Invalid

# Bidirectional overrides can make a text read otherwise than it is; isolates and marks are legitimate.
_UNWANTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\ufeff\ufff9-\ufffb]")


def plain(text: str) -> str:
    """The text without null bytes, control characters and bidirectional overrides; line ends as one sign."""
    return _UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    return " ".join(plain(text).split())


def checked(field: str, text: str, *, longest: int, required: bool = False) -> str:
    """The text made plain. Raises ``Invalid`` for ``field`` when it is too long, or empty though required."""
    kept = plain(text).strip()
    if required and not kept:
        raise Invalid(fields={field: _("Write something first.")})
    if len(kept) > longest:
        sentence = _(
            "This is %(length)s characters long; at most %(longest)s fit. Nothing was lost: shorten it and try again."
        )
        raise Invalid(fields={field: sentence % {"length": len(kept), "longest": longest}})
    return kept
