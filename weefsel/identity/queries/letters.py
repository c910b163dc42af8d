"""The outbox, as a steward sees it: to whom, about what, when and in which state; the text of invitations alone."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from weefsel.identity.models import Letter
from weefsel.identity.rules import known_letter, may_read_letters
from weefsel.identity.terms import Purpose
from weefsel.kernel.actor import Actor
from weefsel.kernel.paging import PAGE_SIZE, Page
from weefsel.kernel.refusals import NotFound


@dataclass(frozen=True, slots=True)
class LetterCard:
    """A letter without its text. ``is_readable`` says that it is an invitation, whose text a steward may read."""

    letter_id: int
    recipient: str
    subject: str
    purpose: str
    state: str
    error: str
    written: datetime
    sent: datetime | None
    is_readable: bool


@dataclass(frozen=True, slots=True)
class ReadableLetter:
    """An invitation's letter with its text."""

    recipient: str
    subject: str
    text: str


def letters(actor: Actor, before: int | None = None) -> Page[LetterCard]:
    """Letters, newest first, twenty at a time. Raises ``NotFound`` for all but stewards. One statement."""
    if not may_read_letters(actor):
        raise NotFound(_("There is nothing at this address."))
    rows = Letter.objects.defer("body", "html").order_by("-id")
    if before:
        rows = rows.filter(pk__lt=before)
    found = list(rows[: PAGE_SIZE + 1])
    cards = [_card(row) for row in found[:PAGE_SIZE]]
    return Page(cards, str(cards[-1].letter_id) if len(found) > PAGE_SIZE else "")


def invitation_letter(actor: Actor, letter_id: int) -> ReadableLetter:
    """The text of an invitation. Raises ``NotFound`` for every other letter and everybody else. One statement."""
    letter: Letter = known_letter(actor, letter_id)
    if not may_read_letters(actor) or letter.purpose != Purpose.INVITATION:
        raise NotFound(_("There is no such letter here."))
    return ReadableLetter(letter.recipient, letter.subject, letter.body)


def _card(row: Letter) -> LetterCard:
    return LetterCard(
        letter_id=row.pk,
        recipient=row.recipient,
        # A code stands in its letter's subject, so that it can be read on a locked phone; here it stays covered.
        subject=_("A code to sign in") if row.purpose == Purpose.SIGN_IN_CODE else row.subject,
        purpose=row.purpose,
        state=row.state,
        error=row.error,
        written=row.created_at,
        sent=row.sent_at,
        is_readable=row.purpose == Purpose.INVITATION,
    )
