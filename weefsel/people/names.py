"""How people are found by what they are called: without accents, by the beginning of any word."""

import re

from weefsel.kernel.text import one_line
from weefsel.kernel.topics import without_accents
from weefsel.people.terms import NAME_MAX

# Letters that Unicode does not split into a letter and an accent.
NEVER_SPLIT = {ord(letter): plain for letter, plain in zip("ıøłđæœ", ("i", "o", "l", "d", "ae", "oe"), strict=True)}
_QUOTES = {ord(sign): "'" for sign in "’‘`´ʼ"}
_SIGNS = re.compile(r"[^\w\s]+")
MOST_WORDS = 5


def plain_name(name: str) -> str:
    return " ".join(without_accents(name).translate(_QUOTES).split())


def search_form(name: str) -> str:
    """The name in small letters without accents, then what else its words may be looked for by.

    "Ryan O'Brien" is also found by "brien" and "obrien", "Łukasz" by "lukasz".
    """
    plain = plain_name(name)
    words = plain.split()
    known = set(words)
    for word in [*words, *plain.translate(NEVER_SPLIT).split()]:
        parts = [part for part in _SIGNS.split(word) if part]
        for form in (word, *parts[1:], "".join(parts)):
            if form and form not in known:
                known.add(form)
                words.append(form)
    return " ".join(words)[: NAME_MAX * 2]


def search_words(text: str) -> list[str]:
    """The words of what somebody types to find a person, in the same form. More than five are not looked at."""
    return plain_name(one_line(text)).split()[:MOST_WORDS]
