import smtplib

from django.core.mail import EmailMultiAlternatives
from django.utils.translation import gettext as _

from weefsel.identity.models import Letter
from weefsel.identity.rules import known_letter, may_deliver_letters
from weefsel.identity.terms import LetterState, Purpose
from weefsel.identity.transports import sender, transport
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Invalid, require

ERROR_MAX = 255
PERMANENT = 500


def deliver_letter(actor: Actor, *, letter_id: int, is_last_try: bool = False) -> None:
    """Carry a waiting letter to the folder or the mail server, and wipe its text unless it is an invitation.

    Not one transaction: the way to the mail server is long. Running it twice sends once, except when the process dies
    between sending and writing that down. A server that refuses the letter for good makes it ``failed`` (``Invalid``);
    one that cannot be reached raises, so that the job comes again, and makes it ``failed`` after the last try.
    """
    letter = known_letter(actor, letter_id)
    require(may_deliver_letters(actor), _("Letters are sent by the network itself."))
    if letter.state == LetterState.SENT:
        return
    try:
        transport().carry(_message(letter))
    except smtplib.SMTPRecipientsRefused as problem:
        codes = [code for code, _text in problem.recipients.values()]
        _note_problem(letter, problem, is_final=is_last_try or min(codes, default=0) >= PERMANENT)
    except smtplib.SMTPResponseException as problem:
        _note_problem(letter, problem, is_final=is_last_try or problem.smtp_code >= PERMANENT)
    except OSError as problem:
        _note_problem(letter, problem, is_final=is_last_try)
    else:
        wiped = {} if letter.purpose == Purpose.INVITATION else {"body": "", "html": ""}
        if letter.purpose == Purpose.SIGN_IN_CODE:
            wiped["subject"] = ""  # the code stands in it, to be read on a locked phone
        Letter.objects.filter(pk=letter.pk).update(state=LetterState.SENT, sent_at=clock.now(), error="", **wiped)


def _message(letter: Letter) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(letter.subject, letter.body, sender(), [letter.recipient])
    message.extra_headers["Message-ID"] = f"<letter-{letter.pk}@{sender().rsplit('@', 1)[-1].rstrip('>')}>"
    message.extra_headers["Auto-Submitted"] = "auto-generated"
    if letter.html:
        message.attach_alternative(letter.html, "text/html")
    return message


def _note_problem(letter: Letter, problem: OSError, *, is_final: bool) -> None:
    """Keep why it did not go out, and raise: ``Invalid`` ends the job, the problem itself brings it back later."""
    error = f"{type(problem).__name__}: {problem}"[:ERROR_MAX]
    state = LetterState.FAILED if is_final else LetterState.WAITING
    Letter.objects.filter(pk=letter.pk).update(state=state, error=error)
    if is_final:
        raise Invalid(_("The mail server does not take this letter.")) from problem
    raise problem
