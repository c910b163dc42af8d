import pytest
from django.test import Client
from django.utils import timezone

from weefsel.communities.testing import make_community, make_member
from weefsel.identity.testing import sign_in
from weefsel.kernel.testing import statements
from weefsel.people.models import Person
from weefsel.people.terms import PersonKind
from weefsel.people.testing import make_organisation, make_person, make_unit

pytestmark = pytest.mark.django_db


def browser_of(person: Person) -> Client:
    client = Client()
    assert person.account is not None
    sign_in(client, person.account)
    return client


@pytest.fixture
def ann() -> Person:
    return make_person("Ann Äpfel", has_account=True)


def names(client: Client, query: str = "") -> list[str]:
    page = client.get(f"/people/{query}")
    assert page.status_code == 200
    return [row.name for row in page.context["page"].rows]


def test_everybody_stands_there_but_bots_placeholders_and_who_has_left(ann: Person) -> None:
    make_person("Bea")
    make_person("Ghost", kind=PersonKind.PLACEHOLDER)
    make_person("Robot", kind=PersonKind.BOT)
    make_person("Gone", left_on=timezone.now().date())
    make_person("Petra", organisation=make_organisation())
    assert names(browser_of(ann)) == ["Ann Äpfel", "Bea", "Petra"]


def test_names_are_found_without_accents_by_the_beginning_of_any_word(ann: Person) -> None:
    make_person("Zoë O'Brien")
    client = browser_of(ann)
    for typed in ("zoe", "OBR", "brien z", "o’bri"):
        assert names(client, f"?q={typed}") == ["Zoë O'Brien"]
    assert names(client, "?q=apf") == ["Ann Äpfel"]
    assert names(client, "?q=oe") == []
    assert names(client, "?q=%25") == []
    assert names(client, "?q=%00") == ["Ann Äpfel", "Zoë O'Brien"]


def test_it_is_narrowed_by_unit_with_what_is_below_site_language_topic_and_organisation(ann: Person) -> None:
    operations = make_unit("Operations")
    weaving = make_unit("Weaving", operations)
    customer = make_organisation(name="Noordbaan")
    make_person("Bea", unit=weaving, site="Gent", language="nl", topics=["weft-bars"])
    make_person("Cas", unit=operations, site="Lille", language="fr", topics=["looms"])
    make_person("Petra", organisation=customer)
    client = browser_of(ann)
    assert names(client, f"?unit={operations.pk}") == ["Bea", "Cas"]
    assert names(client, f"?unit={weaving.pk}&site=Gent&language=nl") == ["Bea"]
    assert names(client, "?topic=Weft+b") == ["Bea"]
    assert names(client, f"?organisation={customer.pk}") == ["Petra"]
    page = client.get(f"/people/?unit={weaving.pk}").content.decode()
    assert f'<option value="{weaving.pk}" selected>\u2003Weaving</option>' in page
    assert "Nederlands" in page


def test_pages_have_twenty_people_and_end(ann: Person) -> None:
    for number in range(45):
        make_person(f"Same Name {number % 2}")
    client = browser_of(ann)
    seen: list[int] = []
    address: str = "?q=same"
    while address:
        page = client.get(f"/people/{address}")
        seen += [row.id for row in page.context["page"].rows]
        address = page.context["more_url"]
    assert len(seen) == len(set(seen)) == 45


def test_a_script_gets_the_list_alone_and_going_back_gets_the_page(ann: Person) -> None:
    client = browser_of(ann)
    answer = client.get("/people/?q=ann&unit=&site=", headers={"HX-Request": "true"})
    part = answer.content.decode()
    assert "<html" not in part
    assert "Ann Äpfel" in part
    assert answer.headers["HX-Push-Url"] == "/people/?q=ann"
    whole = client.get("/people/", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assert "<html" in whole.content.decode()


def test_statements_do_not_grow_with_people(ann: Person) -> None:
    client = browser_of(ann)
    client.get("/people/")
    with statements() as few:
        client.get("/people/")
    unit = make_unit("Weaving")
    for _ in range(30):
        make_person(unit=unit, topics=["looms"], organisation=ann.organisation)
    with statements() as many:
        client.get("/people/")
    assert many.total == few.total, many


def test_who_is_from_outside_sees_who_shares_a_community_by_name_organisation_and_title() -> None:
    customer = make_organisation(name="Noordbaan")
    petra = make_person("Petra", organisation=customer, has_account=True)
    unit = make_unit("Weaving")
    bea = make_person("Bea", unit=unit, site="Gent", job_title="Weaver", topics=["looms"])
    make_person("Cas")
    community = make_community("invite_only", bea, shared_with=(customer,))
    make_member(community, petra)
    page = browser_of(petra).get(f"/people/?site=Lille&unit={unit.pk + 1}").content.decode()
    assert "Bea" in page
    assert "Weaver" in page
    for hidden in ("Cas", "Weaving", "Gent", "looms", 'name="site"'):
        assert hidden not in page
    assert names(browser_of(petra)) == ["Bea", "Petra"]


def test_nothing_found_says_what_to_do(ann: Person) -> None:
    assert "Nobody here matches" in browser_of(ann).get("/people/?q=nobody").content.decode()


def test_a_stranger_is_shown_the_door() -> None:
    assert Client().get("/people/").status_code == 302
