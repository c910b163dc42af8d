"""Words for invented posts: drawn by the real Markdown, the same everywhere."""

import random
from functools import cache

from weefsel.posts.markdown import draw, read

_WORDS = [
    "the",
    "line",
    "stopped",
    "at",
    "noon",
    "and",
    "started",
    "again",
    "after",
    "the",
    "shift",
    "because",
    "somebody",
    "found",
    "where",
    "the",
    "cloth",
    "had",
    "slipped",
    "we",
    "look",
    "at",
    "the",
    "roller",
    "first",
    "then",
    "at",
    "the",
    "tension",
    "and",
    "write",
    "down",
    "what",
    "helped",
    "so",
    "that",
    "the",
    "next",
    "one",
    "knows",
    "dock",
    "three",
    "is",
    "open",
    "rolls",
    "for",
    "Lille",
    "leave",
    "from",
    "there",
    "please",
    "say",
    "who",
    "can",
    "come",
    "on",
    "Monday",
    "the",
    "figures",
    "of",
    "last",
    "week",
    "are",
    "in",
    "the",
    "folder",
    "it",
    "was",
    "a",
    "good",
    "day",
    "thanks",
    "to",
    "the",
    "people",
    "of",
    "weaving",
    "who",
    "carried",
    "it",
    "over",
    "without",
    "being",
    "asked",
]
_COUNT = 200


@cache
def texts() -> tuple[tuple[str, str], ...]:
    """Two hundred texts of one to three paragraphs, each as it was typed and as it reads."""
    dice = random.Random("texts")  # noqa: S311 - wants to be the same everywhere
    bodies = ["\n\n".join(_paragraph(dice) for _ in range(dice.choice((1, 1, 2, 3)))) for _ in range(_COUNT)]
    return tuple((body, draw(read(body)).html) for body in bodies)


def _paragraph(dice: random.Random) -> str:
    words = dice.choices(_WORDS, k=dice.randint(12, 60))
    words[dice.randrange(len(words))] = f"**{dice.choice(_WORDS)}**"
    return " ".join(words).capitalize() + "."
