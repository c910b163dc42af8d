"""The four refusals, and ``require``, with which every command begins."""

from collections.abc import Mapping

from django.utils.functional import Promise

Sentence = str | Promise


class Refusal(Exception):
    """Something that was asked and is not done. ``sentence`` says what to do, in the reader's language."""

    status = 400

    def __init__(self, sentence: Sentence = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotAllowed(Refusal):
    """One may see it, but not do it."""

    status = 403


class NotFound(Refusal):
    """It does not exist, or one may not see it: the two are never told apart."""

    status = 404


class Conflict(Refusal):
    """The world has changed under the deed, or the deed contradicts what stands."""

    status = 409


class Invalid(Refusal):
    """What was typed cannot be taken. ``fields`` maps a field's name to its sentence."""

    status = 422

    def __init__(self, sentence: Sentence = "", fields: Mapping[str, Sentence] | None = None) -> None:
        super().__init__(sentence)
        self.fields = dict(fields or {})


def require(allowed: bool, why_not: Sentence) -> None:
    """Go on if the rule said yes. Raises ``NotAllowed`` with the sentence otherwise."""
    if not allowed:
        raise NotAllowed(why_not)
