from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.backends.base import UpdateError
from django.test import Client
from django.utils import timezone

from weefsel.identity.commands.end_other_sessions import end_other_sessions
from weefsel.identity.commands.end_session import end_session
from weefsel.identity.devices import device_of, device_text
from weefsel.identity.models import Account, Session
from weefsel.identity.queries.sessions import my_sessions
from weefsel.identity.sign_in_sessions import SessionStore
from weefsel.identity.testing import make_account, sign_in
from weefsel.identity.tokens import public_id
from weefsel.kernel.actor import STRANGER, Actor
from weefsel.kernel.refusals import NotAllowed, NotFound

pytestmark = pytest.mark.django_db
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile/15E Safari/604.1"


def actor(account: Account) -> Actor:
    return Actor(account_id=account.pk, person_id=1, is_employee=True)


@pytest.mark.parametrize(
    ("agent", "text"),
    [
        (WINDOWS, "Firefox on Windows"),
        (IPHONE, "Safari on iPhone"),
        ("curl/8", "An unknown device"),
        ("", "An unknown device"),
        ("\x00" * 9000, "An unknown device"),
    ],
)
def test_a_device_is_named_in_words(agent: str, text: str) -> None:
    assert device_text(device_of(agent)) == text


def test_one_sees_ones_own_sign_ins_the_current_one_first() -> None:
    account = make_account()
    first, second = sign_in(Client(), account), sign_in(Client(), account, device="Safari|iPhone")
    sign_in(Client(), make_account())
    cards = my_sessions(actor(account), first)
    assert [card.device for card in cards] == ["Firefox on Windows", "Safari on iPhone"]
    assert [card.is_current for card in cards] == [True, False]
    assert first not in str(cards)
    assert second not in str(cards)


def test_one_ends_ones_own_and_nobody_elses() -> None:
    mine, other = make_account(), make_account()
    key, foreign = sign_in(Client(), mine), sign_in(Client(), other)
    end_session(actor(mine), session_id=public_id(key))
    assert not Session.objects.filter(pk=key).exists()
    with pytest.raises(NotFound):
        end_session(actor(mine), session_id=public_id(foreign))
    with pytest.raises(NotFound):
        end_session(STRANGER, session_id=public_id(foreign))
    assert Session.objects.filter(pk=foreign).exists()


def test_one_ends_all_others_at_once() -> None:
    account = make_account()
    key = sign_in(Client(), account)
    sign_in(Client(), account)
    sign_in(Client(), account)
    kept = sign_in(Client(), make_account())
    assert end_other_sessions(actor(account), current_key=key) == 2
    assert set(Session.objects.values_list("pk", flat=True)) == {key, kept}
    with pytest.raises(NotAllowed):
        end_other_sessions(STRANGER, current_key=key)


def test_the_last_use_is_remembered_to_a_quarter_of_an_hour() -> None:
    key = sign_in(Client(), make_account())
    begun = Session.objects.get(pk=key).last_seen_at
    with time_machine.travel(timezone.now() + timedelta(minutes=14)):
        SessionStore(key).load()
    assert Session.objects.get(pk=key).last_seen_at == begun
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        SessionStore(key).load()
    assert Session.objects.get(pk=key).last_seen_at > begun + timedelta(minutes=15)


def test_a_session_that_is_saved_keeps_its_beginning_and_its_version() -> None:
    account = make_account()
    key = sign_in(Client(), account)
    begun = Session.objects.get(pk=key).created_at
    Account.objects.filter(pk=account.pk).update(auth_version=9)
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        store = SessionStore(key)
        store["something"] = 1
        store.save()
    row = Session.objects.get(pk=key)
    assert (row.created_at, row.auth_version) == (begun, 1)


def test_an_ended_session_cannot_be_saved_back() -> None:
    key = sign_in(Client(), make_account())
    store = SessionStore(key)
    store["something"] = 1
    Session.objects.filter(pk=key).delete()
    with pytest.raises(UpdateError):
        store.save()
    assert not Session.objects.filter(pk=key).exists()
