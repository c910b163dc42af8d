from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.utils import timezone

from weefsel.identity.commands.make_sign_in_link import make_sign_in_link
from weefsel.identity.commands.use_sign_in_link import use_sign_in_link
from weefsel.identity.models import Account, SignInLink
from weefsel.kernel.actor import STRANGER, Door, Power, acting_job
from weefsel.kernel.outcome import outcome_of
from weefsel.kernel.refusals import Conflict, Invalid, NotAllowed
from weefsel.people.models import Person
from weefsel.people.testing import make_person

OPERATOR = acting_job(Power.SIGN_IN_LINK, door=Door.COMMAND)


@pytest.mark.django_db
def test_a_link_signs_in_once_and_makes_the_account(client: Client) -> None:
    person = make_person("Ana Peeters")
    token = make_sign_in_link(OPERATOR, email=person.email)
    answer = client.get(f"/sign-in/link/{token}/?next=/people/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/people/")
    assert client.get("/settings/").status_code == 200
    again = Client().get(f"/sign-in/link/{token}/")
    assert again.status_code == 410
    assert "within fifteen minutes" in again.content.decode()


@pytest.mark.django_db
def test_only_a_hash_of_the_token_is_kept() -> None:
    token = make_sign_in_link(OPERATOR, email="ana@lindewever.example")
    row = SignInLink.objects.values().get()
    assert token not in str(row)


@pytest.mark.django_db
def test_after_fifteen_minutes_it_no_longer_works(client: Client) -> None:
    person = make_person()
    token = make_sign_in_link(OPERATOR, email=person.email)
    with time_machine.travel(timezone.now() + timedelta(minutes=15, seconds=1)):
        assert client.get(f"/sign-in/link/{token}/").status_code == 410
    assert Account.objects.count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize("token", ["x", "x" * 3000, "%00", "é"])
def test_an_unknown_link_says_what_to_do(client: Client, token: str) -> None:
    make_person()
    assert client.get(f"/sign-in/link/{token}/").status_code == 410


@pytest.mark.django_db
def test_a_link_is_not_used_up_by_somebody_who_has_left_meanwhile(client: Client) -> None:
    person = make_person()
    token = make_sign_in_link(OPERATOR, email=person.email)
    Person.objects.filter(pk=person.pk).update(left_on=timezone.localdate())
    assert client.get(f"/sign-in/link/{token}/").status_code == 404
    assert SignInLink.objects.get().used_at is None


@pytest.mark.django_db
def test_looking_ahead_does_not_use_it_up(client: Client) -> None:
    token = make_sign_in_link(OPERATOR, email=make_person().email)
    assert client.head(f"/sign-in/link/{token}/").status_code == 405
    assert client.get(f"/sign-in/link/{token}/").status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize("url", ["https://evil.example/", "//evil.example/", "/\\evil.example"])
def test_it_leads_nowhere_outside(client: Client, url: str) -> None:
    token = make_sign_in_link(OPERATOR, email=make_person().email)
    assert client.get(f"/sign-in/link/{token}/", {"next": url}).headers["Location"] == "/"


@pytest.mark.django_db
def test_others_neither_make_nor_use_links() -> None:
    with pytest.raises(NotAllowed):
        make_sign_in_link(STRANGER, email="ana@lindewever.example")
    with pytest.raises(NotAllowed):
        use_sign_in_link(STRANGER, token="x")
    with pytest.raises(Invalid):
        make_sign_in_link(OPERATOR, email="ana\n@lindewever.example")


@pytest.mark.django_db(transaction=True)
def test_of_two_who_use_it_at_once_one_is_let_in() -> None:
    token = make_sign_in_link(OPERATOR, email="ana@lindewever.example")
    ready = Barrier(2)

    def use() -> object:
        ready.wait()
        outcome = outcome_of(lambda: use_sign_in_link(OPERATOR, token=token))
        connection.close()
        return type(outcome)

    with ThreadPoolExecutor(2) as both:
        outcomes = [future.result() for future in (both.submit(use), both.submit(use))]
    assert sorted(outcomes, key=str) == sorted([str, Conflict], key=str)
