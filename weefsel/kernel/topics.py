"""The normal form of topics, names and search words: one spelling for what people write in many."""

import re
import unicodedata

TOPIC_MAX = 60
TOPIC_PATTERN = r"[^\W_](?:[\w\-]{0,58}[^\W_])?"

_NOT_IN_TOPIC = re.compile(r"[^\w]+")


def without_accents(text: str) -> str:
    """Lower case, without accents: 'Zuivelcoöperatie' becomes 'zuivelcooperatie'."""
    split = unicodedata.normalize("NFKD", text)
    return "".join(c for c in split if not unicodedata.combining(c)).casefold()


def topic_form(text: str) -> str:
    """The normal form of a topic: '#Weft bars' and 'weft-bars' are one. Empty when nothing is left."""
    return _NOT_IN_TOPIC.sub("-", without_accents(text.lstrip("#"))).strip("-_")[:TOPIC_MAX].strip("-_")
