"""What importing does when a file was handed in: leave it to a job."""

from weefsel.kernel.events import listen
from weefsel.transfer.events import ImportAsked
from weefsel.transfer.jobs.import_in_background import import_in_background


@listen(ImportAsked)
def bring_in(event: ImportAsked) -> None:
    import_in_background.enqueue(event.run_id)
