"""What posts do when communities and people change: open homes, and let cards be drawn anew."""

from weefsel.communities.events import CommunityChanged, CommunityOpened
from weefsel.kernel.events import listen
from weefsel.people.events import PeopleChanged, PeopleJoined, PeopleMoved, PersonChanged, PersonJoined, PersonMoved
from weefsel.people.models import Person
from weefsel.posts.jobs.refresh_cards import refresh_community_cards, refresh_people_cards, refresh_person_cards
from weefsel.posts.models import Home


@listen(CommunityOpened)
def open_home_of_community(event: CommunityOpened) -> None:
    Home.objects.get_or_create(community_id=event.community_id)


@listen(PersonJoined)
def open_storyline(event: PersonJoined) -> None:
    """People of the home organisation alone have one."""
    Home.objects.bulk_create(
        [Home(person=p) for p in Person.objects.filter(pk=event.person_id, organisation__kind="home")],
        ignore_conflicts=True,
    )


@listen(PeopleJoined)
def open_storylines(event: PeopleJoined) -> None:
    """The same for a batch of a sync."""
    Home.objects.bulk_create(
        [Home(person=p) for p in Person.objects.filter(pk__in=event.person_ids, organisation__kind="home")],
        ignore_conflicts=True,
    )


@listen(PersonChanged)
def show_person_anew(event: PersonChanged) -> None:
    refresh_person_cards.enqueue(event.person_id)


@listen(PersonMoved)
def show_unit_anew(event: PersonMoved) -> None:
    """A card says where in the organisation its author works."""
    refresh_person_cards.enqueue(event.person_id)


@listen(PeopleChanged)
def show_people_anew(event: PeopleChanged) -> None:
    refresh_people_cards.enqueue(list(event.person_ids))


@listen(PeopleMoved)
def show_units_anew(event: PeopleMoved) -> None:
    refresh_people_cards.enqueue(list(event.person_ids))


@listen(CommunityChanged)
def show_community_anew(event: CommunityChanged) -> None:
    refresh_community_cards.enqueue(event.community_id)
