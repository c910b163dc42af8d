"""Tables of the engine room: who works on jobs, what failed, what comes when, and the cache that processes share."""

from weefsel.kernel.models.jobs import JobAttempt, JobSchedule, JobWorker
from weefsel.kernel.models.shared_cache import SharedCache

__all__ = ["JobAttempt", "JobSchedule", "JobWorker", "SharedCache"]
