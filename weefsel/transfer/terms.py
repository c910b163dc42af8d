"""Words and limits of bringing things in."""

LARGEST_UPLOAD = 2 * 1024**3  # larger exports come in by the command


class RunState:
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    REFUSED = "refused"
