from datetime import timedelta

from django_tasks import task

from weefsel.kernel.actor import Power, acting_job
from weefsel.kernel.jobs import schedule
from weefsel.notices.commands import settle_unseen as command


@task()
def settle_unseen_of_member(community_id: int, person_id: int) -> None:
    """Finish what somebody who left a community may not see any more. Safe to run twice."""
    command.settle_unseen(acting_job(Power.NOTIFY), community_id=community_id, person_id=person_id)


@task()
def settle_unseen_in_community(community_id: int) -> None:
    """Finish what fewer people may see since a community changed. Safe to run twice."""
    command.settle_unseen(acting_job(Power.NOTIFY), community_id=community_id)


@task()
def settle_unseen_post(post_id: int) -> None:
    """Finish what was about a post that is gone. Safe to run twice."""
    command.settle_unseen(acting_job(Power.NOTIFY), post_id=post_id)


@schedule("notices.settle_unseen", every=timedelta(days=1))
@task(queue_name="slow")
def settle_all_unseen() -> None:
    """Once a day, for whatever else took something out of sight. Safe to run twice."""
    command.settle_unseen(acting_job(Power.NOTIFY))
