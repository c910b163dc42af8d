"""Words and limits of signing in."""

from datetime import timedelta

SIGN_IN_LINK_LASTS = timedelta(minutes=15)
INVITATION_LASTS = timedelta(days=14)
LETTERS_ARE_KEPT = timedelta(days=90)  # after they were sent: to whom, about what, when
SIGN_IN_LINKS_ARE_KEPT = timedelta(days=30)  # after they have run out
LAST_SEEN_STEP = timedelta(minutes=15)  # how exactly a sign-in session remembers its last use
THEMES = ("system", "light", "dark")
LANGUAGES = ("en", "nl")
NOWHERE = "nowhere.invalid"  # a domain that can never exist: no letter arrives there


PURPOSE_HEADER = "X-Weefsel-Purpose"
DEVICE_MAX = 200
DEVICE_SESSION_KEY = "device"


class LetterState:
    """Where a letter is: it waits for its job, it went out, or the mail server would not take it."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"


class Purpose:
    """Why a letter goes out. Only an invitation keeps its text after it was sent."""

    INVITATION = "invitation"
    SIGN_IN_CODE = "sign_in_code"
    ACCOUNT = "account"
