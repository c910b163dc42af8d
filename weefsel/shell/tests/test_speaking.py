import pytest
from django.test import Client

from weefsel.people.testing import home_organisation

pytestmark = pytest.mark.django_db


def test_a_stranger_chooses_a_language_and_comes_back_to_the_same_page(client: Client) -> None:
    home_organisation()
    page = client.get("/sign-in/code/?next=/people/").content.decode()
    address = "/sign-in/language/nl/?next=%2Fsign-in%2Fcode%2F%3Fnext%3D%2Fpeople%2F"
    assert address in page
    assert client.get(address).headers["Location"] == "/sign-in/code/?next=/people/"
    assert '<html lang="nl"' in client.get("/sign-in/code/").content.decode()


def test_also_before_a_network_stands(client: Client) -> None:
    assert client.get("/sign-in/language/nl/?next=/set-up/").headers["Location"] == "/set-up/"
    assert '<html lang="nl"' in client.get("/set-up/").content.decode()


@pytest.mark.parametrize("url", ["https://evil.example/", "//evil.example/", "\x00", ""])
def test_it_leads_nowhere_outside(client: Client, url: str) -> None:
    home_organisation()
    assert client.get("/sign-in/language/nl/", {"next": url}).headers["Location"] == "/sign-in/"


def test_a_language_that_is_none_does_not_exist(client: Client) -> None:
    home_organisation()
    assert client.get("/sign-in/language/tlh/").status_code == 404
