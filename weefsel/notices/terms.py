"""Words and limits of notices."""

from datetime import timedelta

BATCH = 50  # receivers of one job
KEEP_DONE = timedelta(days=365)


class Kind:
    """The kinds of notice of this app."""

    MENTIONED = "mentioned"
    ANSWERED = "answered"
    INVITED = "invited"
    ASKED = "asked_to_approve"
    DECIDED = "request_decided"
    OWNER = "looks_after"
    TAKE_OVER = "take_over"
