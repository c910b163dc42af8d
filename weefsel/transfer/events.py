"""What importing announces."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportAsked:
    """A steward has handed in a file on a page: a job brings it in."""

    run_id: int
