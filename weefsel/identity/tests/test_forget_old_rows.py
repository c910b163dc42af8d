from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from weefsel.identity.commands.forget_old_rows import forget_old_rows
from weefsel.identity.commands.make_sign_in_link import make_sign_in_link
from weefsel.identity.commands.send_letter import send_letter
from weefsel.identity.jobs.sweep import sweep_old_rows
from weefsel.identity.models import Letter, Session, SignInLink
from weefsel.identity.terms import Purpose
from weefsel.identity.testing import make_account, sign_in
from weefsel.kernel.actor import STRANGER, Power, acting_job
from weefsel.kernel.refusals import NotAllowed
from weefsel.kernel.testing import run_jobs

pytestmark = pytest.mark.django_db
JOB = acting_job(Power.SWEEP, Power.SEND_MAIL, Power.SIGN_IN_LINK)
LONG_AGO = timezone.now() - timedelta(days=200)


def fill() -> None:
    for _number in range(2):
        sign_in(Client(), make_account())
        make_sign_in_link(JOB, email="ana@home.example")
        send_letter(JOB, recipient="ana@home.example", subject="", body="", purpose=Purpose.ACCOUNT)
    run_jobs()


def test_what_is_old_goes_and_what_is_needed_stays() -> None:
    fill()
    Session.objects.filter(pk__in=Session.objects.values_list("pk", flat=True)[:1]).update(expire_date=LONG_AGO)
    SignInLink.objects.filter(pk__in=SignInLink.objects.values_list("pk", flat=True)[:1]).update(expires_at=LONG_AGO)
    Letter.objects.filter(pk__in=Letter.objects.values_list("pk", flat=True)[:1]).update(sent_at=LONG_AGO)
    sweep_old_rows.enqueue()
    run_jobs()
    assert [table.objects.count() for table in (Session, SignInLink, Letter)] == [1, 1, 1]


def test_a_letter_that_was_not_taken_stays_however_old() -> None:
    fill()
    Letter.objects.update(state="failed", created_at=LONG_AGO, sent_at=None)
    forget_old_rows(JOB)
    assert Letter.objects.count() == 2


def test_others_sweep_nothing() -> None:
    with pytest.raises(NotAllowed):
        forget_old_rows(STRANGER)


def test_the_code_in_a_subject_is_wiped_once_it_was_sent() -> None:
    send_letter(JOB, recipient="ana@home.example", subject="ABC-123", body="ABC-123", purpose=Purpose.SIGN_IN_CODE)
    run_jobs()
    letter = Letter.objects.get()
    assert (letter.subject, letter.body, letter.state) == ("", "", "sent")
