"""Let the cards that show somebody or a community be drawn anew, a batch at a time."""

from django_tasks import task

from weefsel.kernel.actor import Power, acting_job
from weefsel.posts.commands.refresh_cards import refresh_cards


@task()
def refresh_person_cards(person_id: int, after: int = 0) -> None:
    following = refresh_cards(acting_job(Power.SWEEP), person_id=person_id, after=after)
    if following is not None:
        refresh_person_cards.enqueue(person_id, following)


@task()
def refresh_people_cards(person_ids: list[int]) -> None:
    """The same for a batch of people, one after another: few of them have written anything."""
    for person_id in person_ids:
        refresh_person_cards.func(person_id)


@task()
def refresh_community_cards(community_id: int, after: int = 0) -> None:
    following = refresh_cards(acting_job(Power.SWEEP), community_id=community_id, after=after)
    if following is not None:
        refresh_community_cards.enqueue(community_id, following)
