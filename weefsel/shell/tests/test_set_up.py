import stat
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from weefsel.identity.models import Account, NetworkRole
from weefsel.kernel.actor import STRANGER, Power, acting_job
from weefsel.kernel.refusals import Conflict, Invalid, NotAllowed
from weefsel.people.models import Network, Organisation, Person
from weefsel.shell.commands.set_up_network import set_up_network
from weefsel.shell.door import set_up_code

pytestmark = pytest.mark.django_db
INSTALLER = acting_job(Power.SET_UP)
TOLD = {
    "name": "Lindewever",
    "steward_email": "els@lindewever.example",
    "steward_name": "Els Baert",
    "language": "nl",
    "home_domain": "lindewever.example",
    "time_zone": "Europe/Brussels",
}


@pytest.fixture(autouse=True)
def home(settings: Settings, tmp_path: Path) -> Path:
    settings.HOME = tmp_path
    return tmp_path


def test_a_network_has_a_home_organisation_and_a_steward() -> None:
    account_id = set_up_network(INSTALLER, **TOLD)
    assert Network.objects.get().name == "Lindewever"
    els = Person.objects.get()
    assert (els.name, els.account_id, els.organisation.kind) == ("Els Baert", account_id, "home")
    assert NetworkRole.objects.get().role == "steward"
    assert Account.objects.get().language == "nl"


def test_it_is_set_up_once() -> None:
    set_up_network(INSTALLER, **TOLD)
    with pytest.raises(Conflict):
        set_up_network(INSTALLER, **TOLD)
    assert Organisation.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "x" * 500),
        ("name", "\x00"),
        ("steward_name", " "),
        ("steward_email", "els@elsewhere.example"),
        ("steward_email", "els\n@lindewever.example"),
        ("language", "tlh"),
        ("home_domain", "lindewever"),
        ("home_domain", "-x.example"),
        ("home_domain", "x" * 300 + ".example"),
        ("time_zone", "Mars/Olympus"),
    ],
)
def test_what_cannot_be_taken_is_named_and_nothing_is_made(field: str, value: str) -> None:
    with pytest.raises(Invalid) as refused:
        set_up_network(INSTALLER, **{**TOLD, field: value})
    assert field in refused.value.fields
    assert Network.objects.count() == 0
    assert Person.objects.count() == 0


def test_others_set_nothing_up() -> None:
    with pytest.raises(NotAllowed):
        set_up_network(STRANGER, **TOLD)


def test_until_then_every_address_leads_to_it(client: Client) -> None:
    for address in ("/", "/people/", "/sign-in/", "/nothing/at/all/"):
        assert client.get(address).headers["Location"] == "/set-up/"


def test_only_who_can_read_the_code_in_the_home_sets_it_up(client: Client, home: Path) -> None:
    assert client.post("/set-up/", {**TOLD, "code": "guess"}).status_code == 422
    assert Network.objects.count() == 0
    assert stat.S_IMODE((home / "set-up-code").stat().st_mode) == 0o600
    answer = client.post("/set-up/", {**TOLD, "code": set_up_code()})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert client.get("/steward/").status_code == 200
    assert not (home / "set-up-code").exists()
    assert Client().get("/set-up/").headers["Location"] == "/sign-in/"
    assert Client().post("/set-up/", {**TOLD, "code": "x"}).headers["Location"] == "/sign-in/"


def test_a_wrong_answer_keeps_what_was_typed(client: Client) -> None:
    answer = client.post("/set-up/", {**TOLD, "home_domain": "nowhere", "code": set_up_code()})
    assert answer.status_code == 422
    assert "Els Baert" in answer.content.decode()
    assert "such as lindewever.example" in answer.content.decode()


def test_guessing_the_code_asks_for_a_pause(client: Client) -> None:
    statuses = [client.post("/set-up/", {**TOLD, "code": f"guess {number}"}).status_code for number in range(12)]
    assert statuses[-1] == 429
