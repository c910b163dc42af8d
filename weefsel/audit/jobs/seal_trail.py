"""Seals what was written to the audit trail."""

from datetime import timedelta

from django_tasks import task

from weefsel.audit.commands.seal_entries import seal_entries
from weefsel.audit.terms import SEALED_AT_ONCE
from weefsel.kernel.actor import Power, acting_job
from weefsel.kernel.jobs import schedule


@schedule("audit.seal_trail", every=timedelta(minutes=1))
@task(queue_name="default")
def seal_trail() -> None:
    """Chain all new entries, in portions, so that no one else waits long to write."""
    while seal_entries(acting_job(Power.SEAL_AUDIT)) == SEALED_AT_ONCE:
        continue
