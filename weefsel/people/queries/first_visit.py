"""What a first visit suggests: colleagues nearby, and what they may be asked about."""

from dataclasses import dataclass

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, Value, When

from weefsel.kernel.actor import Actor
from weefsel.people.models import AskMeAbout, Follow, Person
from weefsel.people.terms import PersonKind

MOST_COLLEAGUES = 8
MOST_TOPICS = 10


@dataclass(frozen=True, slots=True)
class ColleagueToFollow:
    """Somebody nearby whom one does not follow yet."""

    id: int
    name: str
    job_title: str
    unit: str


def people_to_follow(actor: Actor) -> list[ColleagueToFollow]:
    """One's manager, one's reports, one's unit, then one's site; nothing for people from outside. Two statements."""
    me = Person.objects.filter(pk=actor.person_id or 0).first()
    if not actor.is_employee or me is None:
        return []
    near = Q(pk=me.manager_id or 0) | Q(manager=me)
    if me.unit_id:
        near |= Q(unit_id=me.unit_id)
    if me.site:
        near |= Q(site=me.site)
    closeness = Case(
        When(pk=me.manager_id or 0, then=Value(0)),
        When(manager=me, then=Value(1)),
        When(unit_id=me.unit_id or 0, then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    followed = Follow.objects.filter(follower=me, followed_id=OuterRef("pk"))
    found = (
        Person.objects.filter(near, ~Exists(followed), kind=PersonKind.ORDINARY, left_on=None)
        .filter(organisation__kind="home")
        .exclude(pk=me.pk)
        .select_related("unit")
        .order_by(closeness, "search_name", "pk")[:MOST_COLLEAGUES]
    )
    return [ColleagueToFollow(p.pk, p.name, p.job_title, p.unit.name if p.unit else "") for p in found]


def topics_nearby(actor: Actor) -> list[str]:
    """What colleagues of one's unit and site may be asked about, the most common first. One statement."""
    me = Person.objects.filter(pk=actor.person_id or 0).values("unit_id", "site")
    near = Q(person__unit_id__in=me.values("unit_id")) | (Q(person__site__in=me.values("site")) & ~Q(person__site=""))
    rows = (
        AskMeAbout.objects.filter(near, person__left_on=None)
        .exclude(person_id=actor.person_id or 0)
        .values("topic")
        .annotate(people=Count("pk"))
        .order_by("-people", "topic")[:MOST_TOPICS]
    )
    return [row["topic"] for row in rows] if actor.is_employee else []


def own_topics(actor: Actor) -> list[str]:
    """What one may be asked about already, as one wrote it. One statement."""
    rows = AskMeAbout.objects.filter(person_id=actor.person_id or 0).order_by("pk")
    return list(rows.values_list("shown", flat=True))
