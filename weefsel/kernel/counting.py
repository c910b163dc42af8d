"""Numbers inside sentences: words up to twelve, figures beyond."""

from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

_WORDS = (
    _("no"),
    _("one"),
    _("two"),
    _("three"),
    _("four"),
    _("five"),
    _("six"),
    _("seven"),
    _("eight"),
    _("nine"),
    _("ten"),
    _("eleven"),
    _("twelve"),
)


def in_words(number: int) -> str:
    """Say "six" for 6 and "13" for 13, in the language that is active."""
    return str(_WORDS[number]) if 0 <= number < len(_WORDS) else number_format(number, use_l10n=True)


def capitalised(sentence: str) -> str:
    """The sentence with a capital letter to begin with, and the rest as it is."""
    return sentence[:1].upper() + sentence[1:]
