"""People on cards: what an eye may know of whoever wrote, replied or reacted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, Max, Sum
from django.utils.translation import gettext as _

from weefsel.communities.models import Membership
from weefsel.kernel.actor import Actor, Eye
from weefsel.posts.terms import SLOT_MARK
from weefsel.ui.dye import dye_of


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody on a card. ``url`` is empty for whom this eye may not meet; ``hidden_id`` marks whom it may not know."""

    name: str
    url: str = ""
    place: str = ""
    organisation: str = ""
    is_outside: bool = False
    dye: str = "slate"
    hidden_id: int = 0


# What is read of a person, for the author of a post and for whom a placeholder stands for.
PERSON_FIELDS = ("id", "name", "handle", "job_title", "site", "unit__name", "organisation__name", "organisation__kind")


def person_fields(path: str) -> list[str]:
    """The columns of a person and of whom they stand for, from a relation on."""
    return [f"{path}__{name}" for name in PERSON_FIELDS] + [f"{path}__stands_for__{name}" for name in PERSON_FIELDS]


def clean(text: str | None) -> str:
    """The text without the sign that marks the slots of a fragment."""
    return (text or "").replace(SLOT_MARK, "")


@dataclass(frozen=True, slots=True)
class Known:
    """Whom an eye may name in each home: inside everybody, outside the members where the rules show them."""

    eye: Eye
    members: Mapping[int, frozenset[int]]

    def may_meet(self, home_id: int, person_id: int) -> bool:
        return self.eye is Eye.INSIDE or person_id in self.members.get(home_id, frozenset())


def known_to(actor: Actor, pairs: Iterable[tuple[int, int]]) -> Known:
    """Whom the actor's eye may name, of pairs of home and person. No statement for the inside, one for the outside.

    It depends on the eye alone and on no reader: two externals may see different people, so a card for the outside
    names members of its own community and nobody else.
    """
    wanted = set(pairs)
    if actor.eye is Eye.INSIDE or not wanted:
        return Known(actor.eye, {})
    rows = Membership.objects.filter(
        community__home__in={home for home, _person in wanted},
        person__in={person for _home, person in wanted},
        community__shows_members=True,
    ).values_list("community__home", "person_id")
    members: dict[int, set[int]] = {}
    for home, person in rows:
        members.setdefault(home, set()).add(person)
    return Known(actor.eye, {home: frozenset(people) for home, people in members.items()})


def company_of(actor: Actor, home_ids: Iterable[int]) -> dict[int, tuple[object, ...]]:
    """What changes with the people whom the outside may name in a home. No statement for the inside, else one."""
    if actor.eye is Eye.INSIDE:
        return {}
    rows = (
        Membership.objects.filter(community__home__in=set(home_ids), community__shows_members=True)
        .values("community__home")
        .annotate(many=Count("id"), newest=Max("id"), people=Sum("person_id"))
    )
    return {row["community__home"]: (row["many"], row["newest"], row["people"]) for row in rows}


def who_of(row: Mapping[str, object], path: str, known: Known, home_id: int, *, is_author: bool = False) -> Who:
    """The person at ``path`` of a row. A placeholder reads as the person it stands for.

    ``is_author`` names them to every eye: whoever publishes for outsiders signs it.
    """
    stands_for = f"{path}__stands_for__"
    at = stands_for if row[f"{stands_for}id"] else f"{path}__"
    identifier = row[f"{at}id"]
    assert isinstance(identifier, int)
    may_meet = known.may_meet(home_id, identifier)
    if not may_meet and not is_author:
        return Who(_("a colleague"), hidden_id=identifier)

    def text(field: str) -> str:
        return clean(str(row[f"{at}{field}"] or ""))

    is_outside = text("organisation__kind") != "home"
    inside_place = ", ".join(part for part in (text("unit__name"), text("site")) if part)
    return Who(
        name=text("name"),
        url=f"/people/{text('handle')}/" if may_meet else "",
        place="" if is_outside else (inside_place if known.eye is Eye.INSIDE else text("job_title")),
        organisation=text("organisation__name") if is_outside else "",
        is_outside=is_outside,
        dye=dye_of(identifier),
    )
