"""What communities do when people change."""

from weefsel.communities.jobs.follow_leaving import follow_leaving
from weefsel.kernel.events import listen
from weefsel.people.events import PersonLeft


@listen(PersonLeft)
def look_for_owners(event: PersonLeft) -> None:
    follow_leaving.enqueue(event.person_id)
