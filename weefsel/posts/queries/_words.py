"""Reactions as sentences: by name, never as a score."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from weefsel.kernel.counting import capitalised, in_words
from weefsel.posts.terms import ReactionKind

NAMED = 2  # people named before "and five others"


def _said(kind: str, who: str) -> str:
    sentences = {
        ReactionKind.LIKE: _("Liked by %(who)s"),
        ReactionKind.THANKS: _("Thanks from %(who)s"),
        ReactionKind.INSIGHTFUL: _("Insightful to %(who)s"),
        ReactionKind.CELEBRATE: _("Celebrated by %(who)s"),
        ReactionKind.SUPPORT: _("Supported by %(who)s"),
    }
    return sentences[ReactionKind(kind)] % {"who": who}


def _who(names: Sequence[str], total: int) -> str:
    """Say "Ana", "Ana and Jonas", "Ana and two others"; "three people" when nobody may be named."""
    if not names:
        return _("a colleague") if total == 1 else _("%(count)s people") % {"count": in_words(total)}
    shown = list(names) if total <= NAMED and len(names) == total else list(names[:NAMED])
    others = total - len(shown)
    listed = ", ".join(shown)
    if others:
        return ngettext("%(names)s and one other", "%(names)s and %(count)s others", others) % {
            "names": listed,
            "count": in_words(others),
        }
    return _("%(first)s and %(last)s") % {"first": shown[0], "last": shown[1]} if len(shown) == NAMED else listed


def reaction_sentence(given: Sequence[tuple[str, Sequence[str], int]]) -> str:
    """Say "Thanks from Ana and two others · Insightful to Jonas". Takes kind, names, and how many in all."""
    order = list(ReactionKind.values)
    parts = [_said(kind, _who(names, total)) for kind, names, total in sorted(given, key=lambda g: order.index(g[0]))]
    return " · ".join(parts)


def earlier_replies(count: int) -> str:
    """Say "Two earlier replies", the link to the whole thread."""
    sentence = ngettext("one earlier reply", "%(count)s earlier replies", count) % {"count": in_words(count)}
    return capitalised(sentence)
