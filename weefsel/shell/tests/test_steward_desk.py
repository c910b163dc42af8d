import pytest
from django.test import Client

from weefsel.identity.commands.send_letter import send_letter
from weefsel.identity.models import Account, Invitation, Letter, NetworkRole
from weefsel.identity.terms import Purpose
from weefsel.identity.testing import make_role, sign_in
from weefsel.kernel.actor import Power, Role, acting_job
from weefsel.kernel.testing import run_jobs, statements
from weefsel.people.models import Network, Organisation, OrganisationDomain, Person
from weefsel.people.testing import make_organisation, make_person

pytestmark = pytest.mark.django_db
MAILER = acting_job(Power.SEND_MAIL)
PAGES = ["", "letters/", "accounts/", "invitations/", "roles/", "audit/", "audit/seals/", "network/"]
DEEDS = ["letters/1/again/", "accounts/1/disable/", "accounts/1/enable/", "accounts/1/reset/", "invitations/1/again/"]


def browser_of(person: Person, *roles: Role) -> Client:
    assert person.account is not None
    for role in roles:
        make_role(person.account, role)
    client = Client()
    sign_in(client, person.account)
    return client


@pytest.fixture
def els() -> Client:
    Network.objects.create(name="Lindewever")
    return browser_of(make_person("Els Baert", has_account=True), Role.STEWARD)


def letter(purpose: str = Purpose.ACCOUNT) -> Letter:
    number = send_letter(MAILER, recipient="ana@home.example", subject="About", body="Secret words", purpose=purpose)
    return Letter.objects.get(pk=number)


@pytest.mark.parametrize("page", PAGES)
def test_stewards_read_the_desk_and_for_others_it_does_not_exist(els: Client, page: str) -> None:
    assert els.get(f"/steward/{page}").status_code == 200
    for roles in ([], [Role.MODERATOR, Role.ADOPTION]):
        assert browser_of(make_person(has_account=True), *roles).get(f"/steward/{page}").status_code == 404
    supplier = make_person(has_account=True, organisation=make_organisation("supplier"))
    assert browser_of(supplier, Role.STEWARD).get(f"/steward/{page}").status_code == 404


@pytest.mark.parametrize("deed", DEEDS)
def test_its_deeds_exist_for_stewards_alone(deed: str) -> None:
    ana = browser_of(make_person(has_account=True))
    assert ana.post(f"/steward/{deed}").status_code == 404
    assert ana.get(f"/steward/{deed}").status_code == 404


def test_the_works_council_reads_the_trail_and_no_other_page(els: Client) -> None:
    council = browser_of(make_person(has_account=True), Role.WORKS_COUNCIL)
    assert council.get("/steward/audit/").status_code == 200
    for page in [page for page in PAGES if page != "audit/"]:
        assert council.get(f"/steward/{page}").status_code == 404


@pytest.mark.parametrize("page", [page for page in PAGES if page])
def test_a_page_costs_the_same_however_much_there_is(els: Client, page: str) -> None:
    def fill(count: int) -> None:
        for _number in range(count):
            person = make_person(has_account=True)
            assert person.account is not None
            make_role(person.account, Role.MODERATOR)
            letter()
            Invitation.objects.create(
                email=person.email, token_hash=f"h{person.pk}", expires_at=person.account.created_at
            )
            els.post(f"/steward/accounts/{person.account.pk}/disable/")

    fill(2)
    els.get(f"/steward/{page}")
    with statements() as few:
        els.get(f"/steward/{page}")
    fill(15)
    with statements() as many:
        els.get(f"/steward/{page}")
    assert many.total == few.total, str(many)


def test_letters_show_no_text_except_of_invitations(els: Client) -> None:
    plain, code, invitation = letter(), letter(Purpose.SIGN_IN_CODE), letter(Purpose.INVITATION)
    Letter.objects.filter(pk=code.pk).update(subject="Your code to sign in: ABC-123")
    listed = els.get("/steward/letters/").content.decode()
    assert "ana@home.example" in listed
    assert "ABC-123" not in listed
    assert "Secret words" not in listed
    assert els.get(f"/steward/letters/{plain.pk}/").status_code == 404
    assert els.get(f"/steward/letters/{code.pk}/").status_code == 404
    assert "Secret words" in els.get(f"/steward/letters/{invitation.pk}/").content.decode()


def test_a_steward_disables_and_enables_an_account(els: Client) -> None:
    person = make_person("Ana Peeters", has_account=True)
    assert person.account is not None
    ana = browser_of(person)
    assert "Ana Peeters" in els.get("/steward/accounts/?q=peeters").content.decode()
    els.post(f"/steward/accounts/{person.account.pk}/disable/")
    assert ana.get("/settings/").status_code == 302
    els.post(f"/steward/accounts/{person.account.pk}/enable/")
    assert Account.objects.get(pk=person.account.pk).is_active


def test_a_steward_gives_and_takes_a_role(els: Client) -> None:
    person = make_person(has_account=True)
    told = {"email": person.email, "role": "works_council"}
    assert els.post("/steward/roles/", told).status_code == 302
    assert els.post(f"/steward/roles/{person.account_id}/works_council/take/").status_code == 302
    assert NetworkRole.objects.filter(account=person.account).count() == 0
    unknown = els.post("/steward/roles/", {"email": "nobody@home.example", "role": "steward"})
    assert unknown.status_code == 422
    assert "has signed in yet" in unknown.content.decode()


def test_the_last_steward_stays(els: Client) -> None:
    account = NetworkRole.objects.get().account_id
    answer = els.post(f"/steward/roles/{account}/steward/take/")
    assert answer.status_code == 409
    assert "last steward" in answer.content.decode()


def test_a_steward_invites_and_keeps_what_was_refused(els: Client) -> None:
    answer = els.post(
        "/steward/invitations/", {"emails": "jan@lindewever.example\nx@nowhere.example", "language": "nl"}
    )
    text = answer.content.decode()
    assert "No organisation of this network owns this domain." in text
    assert Invitation.objects.get().email == "jan@lindewever.example"
    assert els.post("/steward/invitations/", {"emails": "", "language": "nl"}).status_code == 422
    run_jobs()
    assert Letter.objects.get().state == "sent"


def test_a_steward_changes_the_network(els: Client) -> None:
    told = {"name": "Nieuwe naam", "language": "nl", "time_zone": "Europe/Paris", "domains": "a.example\nB.example"}
    assert els.post("/steward/network/", told).status_code == 302
    assert Network.objects.get().name == "Nieuwe naam"
    home = Organisation.objects.get(kind="home")
    assert set(home.domains.values_list("domain", flat=True)) == {"a.example", "b.example"}
    OrganisationDomain.objects.create(organisation=make_organisation(), domain="c.example")
    taken = els.post("/steward/network/", {**told, "domains": "c.example"})
    assert taken.status_code == 422
    assert "belongs to another organisation" in taken.content.decode()
    assert els.post("/steward/network/", {**told, "domains": "not a domain"}).status_code == 422
    assert set(home.domains.values_list("domain", flat=True)) == {"a.example", "b.example"}


@pytest.mark.parametrize("query", ["before=x", "before=-1", f"before={10**30}", "before=%00"])
def test_a_strange_place_in_a_list_is_its_beginning(els: Client, query: str) -> None:
    letter()
    assert "ana@home.example" in els.get(f"/steward/letters/?{query}").content.decode()


def test_a_null_byte_finds_nobody_and_breaks_nothing(els: Client) -> None:
    assert els.get("/steward/accounts/", {"q": "\x00" * 50 + "%_'\""}).status_code == 200
