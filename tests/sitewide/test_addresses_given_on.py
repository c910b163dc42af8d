"""An address that is given on opens nobody else's account, and makes nobody somebody else."""

from datetime import date

import pytest

from weefsel.communities.rules import may_see_community
from weefsel.communities.testing import make_community, make_member
from weefsel.identity.models import Account, NetworkRole
from weefsel.kernel.actor import Power, Role, acting_job
from weefsel.kernel.refusals import Conflict
from weefsel.people.commands.open_account import open_account
from weefsel.people.commands.sync_people import SyncAccount, sync_people
from weefsel.people.models import Person
from weefsel.people.queries.stray_accounts import stray_accounts
from weefsel.people.testing import actor_for, home_organisation, make_person

pytestmark = pytest.mark.django_db

SYNC = acting_job(Power.SYNC_PEOPLE)
DOOR = acting_job(Power.SIGN_IN_LINK)
OPERATOR = acting_job(Power.OPERATE)


@pytest.fixture(autouse=True)
def _home() -> None:
    home_organisation()


def sync(rows: str) -> SyncAccount:
    return sync_people(SYNC, file=f"id,email,name\n{rows}\n".encode())


def make(name: str, email: str, number: str, *, left_on: date | None = None) -> Person:
    return make_person(name, email=email, employee_id=number, has_account=True, left_on=left_on)


def who_comes_in(email: str) -> str:
    """Whose page somebody with this mailbox lands on."""
    account_id = open_account(DOOR, email=email)
    return Person.objects.get(account_id=account_id).name


def test_two_who_exchange_their_addresses_each_come_in_as_themselves() -> None:
    make("Ann", "a@x.be", "1")
    make("Bea", "b@x.be", "2")
    sync("1,b@x.be,Ann\n2,a@x.be,Bea")
    assert Account.objects.get(email="b@x.be").person.name == "Ann"
    assert Account.objects.get(email="a@x.be").person.name == "Bea"
    assert stray_accounts(OPERATOR) == []


def test_an_address_that_goes_through_three_hands_opens_none_of_the_earlier_ones() -> None:
    ann, bea = make("Ann", "a@x.be", "1"), make("Bea", "b@x.be", "2")
    file = "1,b@x.be,Ann\n2,c@x.be,Bea\n3,a@x.be,Newcomer"
    assert [said.line for said in sync(file).refused] == [4]  # Ann must have given it away before
    assert sync(file).refused == []
    assert who_comes_in("a@x.be") == "Newcomer"
    assert who_comes_in("b@x.be") == "Ann"
    assert who_comes_in("c@x.be") == "Bea"
    assert Person.objects.get(pk=ann.pk).account_id == ann.account_id
    assert Person.objects.get(pk=bea.pk).account_id == bea.account_id


def test_an_account_whose_new_address_is_still_held_keeps_no_old_one() -> None:
    ann = make("Ann", "a@x.be", "1")
    held = Account.objects.create_user("b@x.be")
    sync("1,b@x.be,Ann")
    assert not Account.objects.filter(email="a@x.be").exists()
    held.delete()
    assert open_account(DOOR, email="b@x.be") == ann.account_id


def test_a_proven_address_never_opens_the_account_of_somebody_else() -> None:
    ann = make("Ann", "a@x.be", "1")
    Person.objects.filter(pk=ann.pk).update(email="other@x.be")  # as a fault of former times would have left it
    make_person("Newcomer", email="a@x.be")
    with pytest.raises(Conflict):
        open_account(DOOR, email="a@x.be")
    assert stray_accounts(OPERATOR) == [ann.account_id]


def test_who_gets_the_address_of_somebody_who_left_is_not_them() -> None:
    ann = make("Ann", "jan@x.be", "1", left_on=date(2020, 1, 1))
    hidden = make_community("hidden", make_person("Owner"))
    make_member(hidden, ann)
    assert ann.account is not None
    NetworkRole.objects.create(account=ann.account, role=Role.STEWARD)
    account = sync("99,jan@x.be,Ann")
    assert [said.line for said in account.refused] == [2]
    ann.refresh_from_db()
    assert (ann.left_on, ann.employee_id) == (date(2020, 1, 1), "1")
    assert not may_see_community(actor_for(ann), hidden)


@pytest.mark.parametrize(
    "rows", ["99,info@x.be,Newhire\n1,sofie@x.be,Sofie", "1,sofie@x.be,Sofie\n99,info@x.be,Newhire"]
)
def test_whoever_stands_first_in_the_file_a_person_stays_who_they_are(rows: str) -> None:
    sofie = make("Sofie", "info@x.be", "1")
    sync(rows)
    sofie.refresh_from_db()
    assert (sofie.name, sofie.employee_id, sofie.email) == ("Sofie", "1", "sofie@x.be")
    assert not Person.objects.filter(employee_id="99", account=sofie.account_id).exists()


def test_another_name_and_number_at_an_address_in_use_is_refused() -> None:
    sofie = make("Sofie", "info@x.be", "1")
    account = sync("99,info@x.be,Newhire")
    assert "another employee number" in account.refused[0].message
    sofie.refresh_from_db()
    assert sofie.name == "Sofie"


def test_a_new_number_of_the_same_person_is_followed() -> None:
    sofie = make("Sofie Desmét", "sofie@x.be", "1")
    sync("99,sofie@x.be,Sofie Desmet")
    sofie.refresh_from_db()
    assert sofie.employee_id == "99"
