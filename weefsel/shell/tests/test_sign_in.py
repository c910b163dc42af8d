import re
from pathlib import Path

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from weefsel.identity.commands.disable_account import disable_account
from weefsel.identity.models import Account, Letter, Session
from weefsel.identity.testing import make_account, sign_in
from weefsel.kernel.actor import Power, acting_job
from weefsel.people.commands.sync_people import sync_people
from weefsel.people.models import Person
from weefsel.people.testing import home_organisation, make_organisation, make_person

pytestmark = pytest.mark.django_db
CODE = re.compile(r"^    (\S+)$", re.MULTILINE)


@pytest.fixture(autouse=True)
def _outbox(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "weefsel.identity.mail.OutboxBackend"
    caches["default"].clear()
    home_organisation()


def ask(client: Client, email: str) -> str:
    """Ask for a code, and say what the page answers, without what differs by address and visit."""
    answer = client.post("/sign-in/code/", {"email": email}, follow=True)
    assert answer.redirect_chain == [("/sign-in/code/confirm/", 302)]
    text = answer.content.decode().replace(email, "ADDRESS")
    return re.sub(r'(name="csrfmiddlewaretoken" value=)"\w+"', r"\1", text)


def code_for(email: str) -> str:
    letter = Letter.objects.filter(recipient=email, purpose="sign_in_code").latest("id")
    found = CODE.search(letter.body)
    assert found is not None
    return found[1]


def type_code(client: Client, code: str) -> tuple[int, str]:
    answer = client.post("/sign-in/code/confirm/", {"code": code})
    return answer.status_code, answer.headers.get("Location", "")


def test_a_code_signs_in_who_has_an_account(client: Client) -> None:
    person = make_person("Ana Peeters", has_account=True)
    ask(client, person.email)
    assert type_code(client, code_for(person.email)) == (302, "/")
    assert client.get("/settings/").status_code == 200


def test_a_person_of_the_hr_file_gets_an_account_by_the_typed_code_and_not_before(client: Client) -> None:
    person = make_person("Ana Peeters", language="nl")
    ask(client, person.email)
    person.refresh_from_db()
    assert person.account_id is None
    assert Account.objects.count() == 0
    assert type_code(client, code_for(person.email)) == (302, "/")
    person.refresh_from_db()
    assert person.account is not None
    assert person.account.language == "nl"
    assert client.get("/settings/").status_code == 200


def test_every_address_gets_the_same_page_and_nobody_a_letter_who_may_not_come_in(client: Client) -> None:
    known = make_person(has_account=True)
    left = make_person(has_account=True, left_on=timezone.localdate())
    bot = make_person(kind="bot", email="bot@lindewever.example")
    pages = [ask(Client(), email) for email in (known.email, left.email, bot.email, "nobody@lindewever.example")]
    assert len(set(pages)) == 1
    assert set(Letter.objects.values_list("recipient", flat=True)) == {known.email}


def test_a_wrong_code_is_not_taken_and_the_fifth_one_begins_anew(client: Client) -> None:
    person = make_person()
    ask(client, person.email)
    assert [type_code(client, "WRONG1")[0] for _try in range(4)] == [422] * 4
    assert type_code(client, "WRONG1") == (302, "/sign-in/code/")
    assert type_code(client, code_for(person.email))[1].startswith("/sign-in/code/")
    assert Account.objects.count() == 0


def test_a_placeholder_of_an_own_domain_is_claimed_by_signing_in(client: Client) -> None:
    person = make_person("U123", kind="placeholder", email="ana@lindewever.example")
    ask(client, person.email)
    assert type_code(client, code_for(person.email)) == (302, "/")
    person.refresh_from_db()
    assert (person.kind, person.account_id is not None) == ("ordinary", True)


def test_a_placeholder_whose_address_only_an_archive_vouches_for_is_not(client: Client) -> None:
    elsewhere = make_person(kind="placeholder", email="ana@elsewhere.example")
    linked = make_person(kind="placeholder", email="piet@lindewever.example")
    Person.objects.filter(pk=linked.pk).update(stands_for=make_person())
    outside = make_person(
        kind="placeholder", email="luc@lindewever.example", organisation=make_organisation(domain="yarns.example")
    )
    for person in (elsewhere, linked, outside):
        ask(Client(), person.email)
    assert Letter.objects.count() == 0


def test_a_password_signs_in_and_a_wrong_one_keeps_what_was_typed(client: Client) -> None:
    account = make_account("ana@lindewever.example", password="a long enough one")
    person = make_person(email=account.email)
    Person.objects.filter(pk=person.pk).update(account=account)
    wrong = client.post("/sign-in/", {"login": account.email, "password": "not this one"})
    assert wrong.status_code == 422
    assert account.email in wrong.content.decode()
    right = client.post(
        "/sign-in/?next=/people/", {"login": account.email, "password": "a long enough one", "next": "/people/"}
    )
    assert (right.status_code, right.headers["Location"]) == (302, "/people/")


@pytest.mark.parametrize("url", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_nobody_is_led_outside(client: Client, url: str) -> None:
    account = make_account("ana@lindewever.example", password="a long enough one")
    answer = client.post("/sign-in/", {"login": account.email, "password": "a long enough one", "next": url})
    assert answer.headers["Location"] == "/"


def test_too_many_wrong_passwords_ask_for_a_pause_in_every_process(client: Client) -> None:
    account = make_account("ana@lindewever.example", password="a long enough one")
    told = {"login": account.email, "password": "wrong"}
    assert [Client().post("/sign-in/", told).status_code for _try in range(5)] == [422] * 5
    caches["process"].clear()  # what another process would know of this one: what stands in the database
    paused = Client().post("/sign-in/", {"login": account.email, "password": "a long enough one"})
    assert paused.status_code == 429
    assert Session.objects.filter(account=account).count() == 0


def test_too_many_letters_to_one_address_ask_for_a_pause(client: Client) -> None:
    person = make_person(has_account=True)
    for _try in range(5):
        ask(Client(), person.email)
    answer = Client().post("/sign-in/code/", {"email": person.email})
    assert answer.status_code == 429
    assert Letter.objects.count() == 5


def test_a_disabled_account_ends_its_sessions_at_once_and_cannot_come_back(client: Client) -> None:
    person = make_person(has_account=True)
    assert person.account is not None
    sign_in(client, person.account)
    assert client.get("/settings/").status_code == 200
    disable_account(acting_job(Power.SYNC_PEOPLE), account_id=person.account.pk)
    assert client.get("/settings/").headers["Location"].startswith("/sign-in/")
    ask(client, person.email)
    assert Letter.objects.count() == 0


def test_who_has_left_is_signed_out_and_told_why(client: Client) -> None:
    person = make_person(has_account=True)
    assert person.account is not None
    sign_in(client, person.account)
    Person.objects.filter(pk=person.pk).update(left_on=timezone.localdate())
    page = client.get("/settings/", follow=True)
    assert page.redirect_chain[-1][0].startswith("/sign-in/")
    assert "belongs to nobody" in page.content.decode()


def test_a_link_to_a_new_password_leads_to_the_settings_address_whatever_the_request_says(settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    settings.BASE_URL = "https://weefsel.example"
    account = make_account("ana@lindewever.example", password="a long enough one")
    answer = Client().post("/sign-in/password/forgotten/", {"email": account.email}, headers={"host": "evil.example"})
    assert answer.headers["Location"] == "/sign-in/password/sent/"
    body = Letter.objects.get(recipient=account.email).body
    assert "https://weefsel.example/sign-in/password/new/" in body
    assert "evil.example" not in body


def test_a_new_password_by_the_link_ends_every_session(client: Client, settings: Settings) -> None:
    settings.BASE_URL = "http://testserver"
    person = make_person(has_account=True)
    account = person.account
    assert account is not None
    browser = Client()
    sign_in(browser, account)
    client.post("/sign-in/password/forgotten/", {"email": account.email})
    link = re.search(r"http://testserver(/\S+)", Letter.objects.get().body)
    assert link is not None
    form = client.get(link[1], follow=True)
    told = {"password1": "an even longer one", "password2": "an even longer one"}
    done = client.post(form.redirect_chain[-1][0], told)
    assert done.headers["Location"] == "/sign-in/password/kept/"
    assert browser.get("/settings/").status_code == 302
    again = client.get(link[1], follow=True)
    assert "no longer works" in again.content.decode()
    assert Letter.objects.filter(subject="How you sign in has changed").count() == 1


def test_a_new_password_keeps_this_browser_and_ends_the_others(client: Client) -> None:
    person = make_person(has_account=True)
    assert person.account is not None
    other = Client()
    sign_in(other, person.account)
    sign_in(client, person.account)
    told = {"password1": "a long enough one", "password2": "a long enough one"}
    assert client.post("/settings/security/password/first/", told).status_code == 302
    assert client.get("/settings/").status_code == 200
    assert other.get("/settings/").status_code == 302
    assert Session.objects.filter(account=person.account).count() == 1


@pytest.mark.parametrize(
    "email", ["", "x", "a@b\r\nBcc: c@d.example", "a\x00@lindewever.example", "x" * 5000 + "@a.example"]
)
def test_what_is_no_address_is_said_and_nothing_goes_out(client: Client, email: str) -> None:
    answer = client.post("/sign-in/code/", {"email": email})
    assert answer.status_code == 422
    assert Letter.objects.count() == 0


def test_nobody_signs_up_alone(client: Client) -> None:
    answer = client.post(
        "/sign-in/by-invitation/", {"email": "new@lindewever.example", "password1": "a long enough one"}
    )
    assert "invitation" in answer.content.decode()
    assert Account.objects.count() == 0


def test_the_demonstration_lets_one_choose_on_this_machine_alone(settings: Settings, tmp_path: Path) -> None:
    settings.HOME = tmp_path
    settings.ALLOWED_HOSTS = ["*"]
    person = make_person("Marie Desmet", handle="marie-desmet")
    local = {"host": "localhost:8000"}
    address = "/sign-in/as/marie-desmet/"
    (tmp_path / "demonstration-people.json").write_text(
        '{"people": [{"handle": "marie-desmet", "sentence": "Process engineer in Kortrijk."}]}'
    )
    assert Client().post(address, headers=local).status_code == 404
    (tmp_path / "demonstration").write_text("yes")
    assert "Process engineer in Kortrijk." in Client().get("/sign-in/", headers=local).content.decode()
    assert Client().post(address, headers={"host": "weefsel.example"}).status_code == 404
    assert Client(REMOTE_ADDR="10.0.0.9").post(address, headers=local).status_code == 404
    for header in ("x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded", "via"):
        assert Client().post(address, headers={**local, header: "127.0.0.1"}).status_code == 404, header
    assert Client().post("/sign-in/as/somebody-else/", headers=local).status_code == 404
    client = Client()
    assert client.post(address, headers=local).headers["Location"] == "/"
    person.refresh_from_db()
    assert person.account_id is not None


def test_a_code_to_an_address_that_was_given_on_opens_its_new_owner_alone(client: Client) -> None:
    ann = make_person("Ann", email="a@x.be", employee_id="1", has_account=True)
    bea = make_person("Bea", email="b@x.be", employee_id="2", has_account=True)
    sync_people(acting_job(Power.SYNC_PEOPLE), file=b"id,email,name\n1,b@x.be,Ann\n2,a@x.be,Bea\n")
    ask(client, "a@x.be")
    client.post("/sign-in/code/confirm/", {"code": code_for("a@x.be")})
    assert client.session["_auth_user_id"] == str(bea.account_id) != str(ann.account_id)


def test_an_account_that_opens_with_an_address_of_somebody_else_gets_no_code(client: Client) -> None:
    ann = make_person("Ann", email="a@x.be", has_account=True)
    Person.objects.filter(pk=ann.pk).update(email="b@x.be")
    make_person("Newcomer", email="a@x.be")
    ask(client, "a@x.be")
    client.post("/sign-in/code/confirm/", {"code": code_for("a@x.be")})
    assert client.session.get("_auth_user_id") != str(ann.account_id)
