import re

import pytest
from django.test import Client

from weefsel.identity.testing import sign_in
from weefsel.kernel import clock
from weefsel.people.models import Network, Person
from weefsel.people.testing import home_organisation, make_organisation, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def outsider(client: Client) -> Client:
    Network.objects.create(name="Lindewever")
    home_organisation()
    petra = make_person("Petra", organisation=make_organisation(), has_account=True)
    Person.objects.filter(pk=petra.pk).update(welcomed_at=clock.now())
    assert petra.account is not None
    sign_in(client, petra.account)
    return client


def page(client: Client, path: str) -> tuple[int, str]:
    answer = client.get(path)
    return answer.status_code, re.sub(r'value="\w{64}"', "", answer.content.decode())


def test_what_is_not_for_one_and_what_does_not_exist_read_alike(outsider: Client) -> None:
    absent = page(outsider, "/nothing-here/")
    assert absent[0] == 404
    assert "There is nothing at this address." in absent[1]
    for path in ("/units/", "/steward/", "/steward/imports/", "/steward/letters/"):
        assert page(outsider, path) == absent, path


def test_only_who_sent_something_is_told_that_it_is_not_lost(outsider: Client) -> None:
    assert "had typed" not in outsider.get("/nothing-here/").content.decode()
    assert "had typed" in outsider.post("/communities/nothing-here/leave/").content.decode()
