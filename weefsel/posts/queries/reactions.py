"""Who reacted to a post, by name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import ngettext

from weefsel.kernel.actor import Actor
from weefsel.kernel.counting import in_words
from weefsel.posts.models import Reaction
from weefsel.posts.queries._people import Known, Who, known_to, person_fields, who_of
from weefsel.posts.queries.lines import lines_of
from weefsel.posts.rules import seen_post
from weefsel.posts.terms import ReactionKind

MOST_NAMED = 200


@dataclass(frozen=True, slots=True)
class Group:
    """The people of one reaction, whom the reader may know; ``others`` says how many more there are."""

    kind: str
    label: str
    people: Sequence[Who]
    others: str


@dataclass(frozen=True, slots=True)
class Given:
    """The reactions of a post. ``own`` is the reader's, or empty."""

    id: int
    own: str
    may_react: bool
    groups: Sequence[Group]


def reactions_of(actor: Actor, post_id: int) -> Given:
    """Who gave what to the post, in the order of giving. Raises ``NotFound``. Three statements, outside one more."""
    post = seen_post(actor, post_id)
    line = lines_of(actor, [post.pk])[0]
    rows = list(
        Reaction.objects.filter(post=post.pk)
        .order_by("pk")
        .values("kind", "person_id", *person_fields("person"))[: MOST_NAMED * len(ReactionKind)]
    )
    known = known_to(actor, [(post.home_id, row["person__stands_for__id"] or row["person_id"]) for row in rows])
    return Given(
        id=post.pk,
        own=line.reaction or "",
        may_react=line.may_take_part(actor),
        groups=_groups(actor, rows, known, post.home_id),
    )


def _groups(actor: Actor, rows: Sequence[Mapping[str, Any]], known: Known, home_id: int) -> list[Group]:
    people: dict[str, list[Who]] = defaultdict(list)
    hidden: dict[str, int] = defaultdict(int)
    for row in rows:
        who = who_of(row, "person", known, home_id, is_author=row["person_id"] == actor.person_id)
        if who.hidden_id or len(people[row["kind"]]) >= MOST_NAMED:
            hidden[row["kind"]] += 1
        else:
            people[row["kind"]].append(who)
    return [
        Group(kind.value, str(kind.label), people[kind.value], _others(hidden[kind.value]))
        for kind in ReactionKind
        if people[kind.value] or hidden[kind.value]
    ]


def _others(count: int) -> str:
    if not count:
        return ""
    return ngettext("and one other", "and %(count)s others", count) % {"count": in_words(count)}
