import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from django.core.mail import EmailMultiAlternatives, send_mail
from django.db import transaction
from pytest_django import Settings

from weefsel.identity.commands.deliver_letter import deliver_letter
from weefsel.identity.commands.resend_letter import resend_letter
from weefsel.identity.commands.send_letter import send_letter
from weefsel.identity.models import Letter
from weefsel.identity.terms import Purpose
from weefsel.kernel.actor import STRANGER, Actor, Power, Role, acting_job
from weefsel.kernel.refusals import Conflict, Invalid, NotAllowed, NotFound
from weefsel.kernel.testing import run_jobs

MAILER = acting_job(Power.SEND_MAIL)
STEWARD = Actor(account_id=1, person_id=1, is_employee=True, roles=frozenset({Role.STEWARD}))
pytestmark = pytest.mark.django_db


class Received:
    """A mail server that keeps what it is given, or refuses it."""

    def __init__(self) -> None:
        self.envelopes: list[tuple[list[str], bytes]] = []
        self.answer = "250 OK"

    async def handle_DATA(self, server: object, session: object, envelope: object) -> str:  # noqa: N802
        if self.answer.startswith("250"):
            self.envelopes.append((envelope.rcpt_tos, envelope.content))  # type: ignore[attr-defined]
        return self.answer


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.EMAIL_BACKEND = "weefsel.identity.mail.OutboxBackend"
    settings.MAIL_FOLDER = str(tmp_path / "mail")
    return tmp_path / "mail"


@pytest.fixture
def server(settings: Settings) -> Iterator[Received]:
    received = Received()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(received, hostname="127.0.0.1", port=port)
    controller.start()
    settings.MAIL_FOLDER = ""
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = port
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    yield received
    controller.stop()


def write(purpose: str = Purpose.ACCOUNT, recipient: str = "ana@home.example") -> Letter:
    number = send_letter(
        MAILER,
        recipient=recipient,
        subject="Goedemorgen Ana",
        body="Een brief.",
        html="<p>Een brief.</p>",
        purpose=purpose,
    )
    return Letter.objects.get(pk=number)


def test_a_letter_becomes_a_file_that_only_the_owner_reads(folder: Path) -> None:
    write()
    assert not folder.exists()
    run_jobs()
    (file,) = folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert "To: ana@home.example" in file.read_text()


def test_a_letter_reaches_the_mail_server_as_text_and_html(server: Received) -> None:
    letter = write()
    run_jobs()
    ((recipients, content),) = server.envelopes
    assert recipients == ["ana@home.example"]
    assert b"text/plain" in content
    assert b"text/html" in content
    letter.refresh_from_db()
    assert letter.state == "sent"
    assert letter.sent_at is not None


def test_the_text_is_wiped_once_it_was_sent_except_of_invitations(folder: Path) -> None:
    letter, invitation = write(), write(Purpose.INVITATION)
    run_jobs()
    letter.refresh_from_db()
    invitation.refresh_from_db()
    assert (letter.body, letter.html) == ("", "")
    assert invitation.body == "Een brief."


def test_sending_twice_sends_once(server: Received) -> None:
    letter = write()
    run_jobs()
    deliver_letter(MAILER, letter_id=letter.pk)
    assert len(server.envelopes) == 1


def test_a_letter_that_the_server_refuses_for_good_has_failed_and_can_be_tried_again(server: Received) -> None:
    server.answer = "550 no such mailbox"
    letter = write()
    with pytest.raises(Invalid):
        run_jobs()
    letter.refresh_from_db()
    assert letter.state == "failed"
    assert "no such mailbox" in letter.error
    assert letter.body
    server.answer = "250 OK"
    resend_letter(STEWARD, letter_id=letter.pk)
    run_jobs()
    letter.refresh_from_db()
    assert letter.state == "sent"
    with pytest.raises(Conflict):
        resend_letter(STEWARD, letter_id=letter.pk)


def test_a_server_that_is_away_leaves_the_letter_waiting_until_the_last_try(settings: Settings) -> None:
    settings.MAIL_FOLDER = ""
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    letter = write()
    with pytest.raises(ConnectionRefusedError):
        deliver_letter(MAILER, letter_id=letter.pk)
    letter.refresh_from_db()
    assert letter.state == "waiting"
    with pytest.raises(Invalid):
        deliver_letter(MAILER, letter_id=letter.pk, is_last_try=True)
    letter.refresh_from_db()
    assert letter.state == "failed"


def test_whatever_mails_goes_through_the_outbox(folder: Path) -> None:
    send_mail("Betreft", "Tekst", None, ["one@home.example", "two@home.example"])
    with_html = EmailMultiAlternatives("Betreft", "Tekst", None, ["three@home.example"])
    with_html.attach_alternative("<p>Tekst</p>", "text/html")
    with_html.send()
    assert Letter.objects.count() == 3
    assert Letter.objects.get(recipient="three@home.example").html == "<p>Tekst</p>"


def test_a_letter_of_a_deed_that_failed_does_not_go_out(folder: Path) -> None:
    @transaction.atomic
    def deed() -> None:
        write()
        raise Conflict

    with pytest.raises(Conflict):
        deed()
    assert run_jobs() == 0
    assert Letter.objects.count() == 0


@pytest.mark.parametrize(
    "recipient",
    ["", "ana", "ana@", "ana@home.example\nBcc: all@home.example", "a\x00b@home.example", "x" * 300 + "@home.example"],
)
def test_what_is_no_address_is_refused(recipient: str) -> None:
    with pytest.raises(Invalid):
        write(recipient=recipient)


def test_a_subject_cannot_carry_a_header(folder: Path) -> None:
    send_letter(
        MAILER, recipient="ana@home.example", subject="Hello\r\nBcc: all@home.example", body="", purpose=Purpose.ACCOUNT
    )
    run_jobs()
    (file,) = folder.iterdir()
    assert "\nBcc:" not in file.read_text()


def test_others_send_nothing() -> None:
    with pytest.raises(NotAllowed):
        send_letter(STRANGER, recipient="ana@home.example", subject="", body="", purpose=Purpose.ACCOUNT)
    letter = write()
    with pytest.raises(NotFound):
        deliver_letter(STRANGER, letter_id=letter.pk)
