import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from weefsel.identity.commands.resend_invitation import resend_invitation
from weefsel.identity.commands.withdraw_network_invitation import withdraw_network_invitation
from weefsel.identity.models import Account, Invitation, Letter
from weefsel.kernel.actor import Actor, Role
from weefsel.kernel.refusals import Conflict, Invalid, NotAllowed, NotFound
from weefsel.people.models import Person
from weefsel.people.testing import actor_for, make_organisation, make_person
from weefsel.posts.models import Home
from weefsel.shell.commands.invite_people import Invited, invite_people

pytestmark = pytest.mark.django_db
HERE = "http://testserver/"


@pytest.fixture
def els() -> Actor:
    return actor_for(make_person("Els Baert", has_account=True), [Role.STEWARD])


def invite(els: Actor, emails: str, language: str = "en") -> Invited:
    return invite_people(els, emails=emails, language=language, base_url=HERE)


def link() -> str:
    found = re.search(r"/invitation/\S+/", Letter.objects.latest("id").body)
    assert found is not None
    return found[0]


def test_who_accepts_becomes_a_person_of_the_organisation_that_owns_the_domain(client: Client, els: Actor) -> None:
    yarns = make_organisation("supplier", name="Yarns", domain="yarns.example")
    invite(els, "luc@yarns.example")
    page = client.get(link())
    assert "Come in" in page.content.decode()
    assert Account.objects.filter(email="luc@yarns.example").count() == 0
    answer = client.post(link(), {"name": "Luc Maes"})
    assert answer.headers["Location"] == "/"
    luc = Person.objects.get(email="luc@yarns.example")
    assert (luc.name, luc.organisation_id, luc.handle) == ("Luc Maes", yarns.pk, "luc-maes")
    assert client.get("/settings/").status_code == 200
    assert Home.objects.filter(person=luc).count() == 0


def test_an_employee_gets_a_storyline(client: Client, els: Actor) -> None:
    invite(els, "jan@lindewever.example")
    client.post(link(), {"name": "Jan Claes"})
    assert Home.objects.filter(person__email="jan@lindewever.example").count() == 1


def test_looking_changes_nothing_and_accepting_works_once(client: Client, els: Actor) -> None:
    invite(els, "jan@lindewever.example")
    address = link()
    for _look in range(3):
        assert Client().get(address).status_code == 200
        assert Client().head(address).status_code == 200
    assert Client().post(address, {"name": "Jan"}).status_code == 302
    again = Client().post(address, {"name": "Piet"})
    assert again.status_code == 410
    assert Person.objects.filter(name="Piet").count() == 0


def test_somebody_new_writes_a_name_and_somebody_known_does_not(client: Client, els: Actor) -> None:
    invite(els, "jan@lindewever.example")
    empty = client.post(link(), {"name": "  "})
    assert empty.status_code == 422
    assert Invitation.objects.get().accepted_at is None
    known = make_person("Ana Peeters", email="ana@lindewever.example")
    invite(els, known.email)
    assert 'name="name"' not in client.get(link()).content.decode()
    assert client.post(link()).status_code == 302
    known.refresh_from_db()
    assert known.account_id is not None


def test_many_are_invited_at_once_and_each_refusal_is_said(els: Actor) -> None:
    inside = make_person("Ana", has_account=True)
    outcome = invite(els, f"jan@lindewever.example\nJAN@lindewever.example, x\n{inside.email};who@nowhere.example")
    assert outcome.count == 1
    assert {one.email for one in outcome.refused} == {"x", inside.email, "who@nowhere.example"}
    assert list(Letter.objects.values_list("recipient", flat=True)) == ["jan@lindewever.example"]
    assert [one.email for one in invite(els, "jan@lindewever.example").refused] == ["jan@lindewever.example"]


def test_the_letter_speaks_the_language_that_was_chosen(els: Actor) -> None:
    invite(els, "jan@lindewever.example", language="nl")
    assert '<html lang="nl">' in Letter.objects.get().html


def test_sent_again_the_old_link_works_no_more(client: Client, els: Actor) -> None:
    invite(els, "jan@lindewever.example")
    old = link()
    resend_invitation(els, invitation_id=Invitation.objects.get().pk, network="Lindewever", base_url=HERE)
    assert client.get(old).status_code == 410
    assert client.get(link()).status_code == 200


def test_a_withdrawn_one_and_one_that_has_run_out_say_so(client: Client, els: Actor) -> None:
    invite(els, "jan@lindewever.example")
    with time_machine.travel(timezone.now() + timedelta(days=15)):
        assert client.get(link()).status_code == 410
    withdraw_network_invitation(els, invitation_id=Invitation.objects.get().pk)
    assert client.get(link()).status_code == 410
    assert client.post(link(), {"name": "Jan"}).status_code == 410


def test_an_accepted_one_is_neither_withdrawn_nor_sent_again(client: Client, els: Actor) -> None:
    invite(els, "jan@lindewever.example")
    client.post(link(), {"name": "Jan"})
    number = Invitation.objects.get().pk
    with pytest.raises(Conflict):
        withdraw_network_invitation(els, invitation_id=number)
    with pytest.raises(Conflict):
        resend_invitation(els, invitation_id=number, network="Lindewever", base_url=HERE)


def test_others_invite_nobody() -> None:
    ana = actor_for(make_person(has_account=True))
    with pytest.raises(NotAllowed):
        invite(ana, "jan@lindewever.example")
    with pytest.raises(NotFound):
        withdraw_network_invitation(ana, invitation_id=1)


def test_no_address_and_too_many_are_refused_whole(els: Actor) -> None:
    for emails in (" \n", "\n".join(f"p{number}@lindewever.example" for number in range(201))):
        with pytest.raises(Invalid):
            invite(els, emails)
    assert Letter.objects.count() == 0
