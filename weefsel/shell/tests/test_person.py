import pytest
from django.test import Client

from weefsel.communities.testing import make_community, make_member
from weefsel.identity.testing import make_role, sign_in
from weefsel.kernel.actor import Role
from weefsel.kernel.testing import statements
from weefsel.people.models import Follow, Organisation, Person
from weefsel.people.terms import PersonKind
from weefsel.people.testing import make_organisation, make_person, make_unit
from weefsel.posts.models import Home
from weefsel.posts.testing import make_post

pytestmark = pytest.mark.django_db


def browser_of(person: Person) -> Client:
    client = Client()
    assert person.account is not None
    sign_in(client, person.account)
    return client


@pytest.fixture
def ann() -> Person:
    return make_person("Ann", has_account=True)


@pytest.fixture
def henk() -> Person:
    unit = make_unit("Maintenance")
    top = make_person("Sofie Top", job_title="Director")
    boss = make_person("Fatima Boss", manager=top, unit=unit)
    henk = make_person(
        "Henk Claeys",
        manager=boss,
        unit=unit,
        job_title="Loom mechanic",
        site="Kortrijk",
        language="nl",
        topics=["take-up"],
        email="henk@lindewever.example",
    )
    make_person("Yasmin Report", manager=henk)
    henk.own_words = "I keep thirty-six looms honest."
    henk.save(update_fields=["own_words"])
    return henk


def test_the_line_and_what_crosses_it_stand_side_by_side(ann: Person, henk: Person) -> None:
    open_one, hidden = make_community("open", name="Process"), make_community("hidden", name="Secret plans")
    for community in (open_one, hidden):
        make_member(community, henk)
    make_post(henk, open_one, "The roller is out.")
    make_post(henk, hidden, "Nobody knows this.")
    page = browser_of(ann).get("/people/henk-claeys/").content.decode()
    assert page.index("Sofie Top") < page.index("Fatima Boss") < page.index('<li class="is-self">')
    for shown in ("Loom mechanic", "Kortrijk", "Nederlands", "thirty-six looms", "take-up", "Yasmin Report"):
        assert shown in page
    assert "Process" in page
    assert "The roller is out." in page
    assert "Secret plans" not in page
    assert "Nobody knows this." not in page
    assert "mailto:henk@lindewever.example" in page


def test_statements_do_not_grow_with_what_stands_there(ann: Person, henk: Person) -> None:
    client = browser_of(ann)
    client.get("/people/henk-claeys/")
    with statements() as few:
        client.get("/people/henk-claeys/")
    boss = henk.manager
    for _ in range(6):
        boss = make_person(manager=boss)
        make_member(make_community("open"), henk)
        make_person(manager=henk)
    Person.objects.filter(pk=henk.pk).update(manager=boss)
    with statements() as many:
        client.get("/people/henk-claeys/")
    assert many.total == few.total, many


def test_from_outside_one_sees_organisation_name_and_title_alone(henk: Person) -> None:
    customer = make_organisation(name="Garenhuis")
    petra = make_person("Petra", organisation=customer, has_account=True)
    client = browser_of(petra)
    assert client.get("/people/henk-claeys/").status_code == 404
    community = make_community("invite_only", henk, shared_with=(customer,), name="Yarn quality")
    make_member(community, petra)
    make_post(henk, community, "For everybody here.")
    make_post(henk, community, "For us alone.", inside_only=True)
    make_post(henk, henk, "On my storyline.")
    page = client.get("/people/henk-claeys/").content.decode()
    for shown in ("Henk Claeys", "Loom mechanic", Organisation.objects.get(kind="home").name, "For everybody here."):
        assert shown in page
    for kept in ("Maintenance", "Kortrijk", "Fatima", "Yasmin", "take-up", "honest", "mailto:", "For us", "storyline."):
        assert kept not in page
    assert client.get("/people/fatima-boss/").status_code == 404
    assert client.post("/people/henk-claeys/follow/").status_code == 404


def test_a_storyline_is_followed_and_no_more(ann: Person, henk: Person) -> None:
    client = browser_of(ann)
    client.post("/people/henk-claeys/follow/", {"follow": "yes"})
    assert Follow.objects.filter(follower=ann, followed=henk).exists()
    assert "Follow the storyline no more" in client.get("/people/henk-claeys/").content.decode()
    client.post("/people/henk-claeys/follow/", {"follow": "no"})
    assert not Follow.objects.exists()
    assert client.post("/people/ann/follow/").status_code == 403


def test_one_changes_what_is_ones_own_and_nothing_typed_is_lost(ann: Person, henk: Person) -> None:
    client = browser_of(ann)
    answer = client.post("/people/ann/edit/", {"own_words": "Ask me.", "topics": "Weft bars, #looms\nyarn"})
    assert answer.headers["Location"] == "/people/ann/"
    page = client.get("/people/ann/").content.decode()
    for shown in ("Ask me.", "Weft bars", "looms", "yarn", "Your page is kept."):
        assert shown in page
    wrong = client.post("/people/ann/edit/", {"own_words": "Kept words", "topics": "x" * 70})
    assert wrong.status_code == 422
    assert "Kept words" in wrong.content.decode()
    assert "too long for a topic" in wrong.content.decode()
    assert client.get("/people/henk-claeys/edit/").status_code == 403
    assert client.post("/people/henk-claeys/edit/", {"own_words": "x"}).status_code == 403


def test_what_people_write_of_themselves_is_only_words(ann: Person) -> None:
    client = browser_of(ann)
    client.post("/people/ann/edit/", {"own_words": "<script>alert(1)</script>", "topics": "<b>x</b>"})
    page = client.get("/people/ann/").content.decode()
    assert "<script>alert" not in page
    assert "<b>x" not in page


def test_a_placeholder_is_reached_by_its_link_and_a_steward_says_who_it_is(henk: Person) -> None:
    els = make_person("Els", has_account=True)
    assert els.account is not None
    make_role(els.account, Role.STEWARD)
    make_person("henk.c", kind=PersonKind.PLACEHOLDER, email="", handle="henk-c")
    client = browser_of(els)
    assert "Nobody has said yet who it is" in client.get("/people/henk-c/").content.decode()
    wrong = client.post("/people/henk-c/link/", {"person": "nobody"})
    assert wrong.status_code == 422
    assert "Nobody here has this" in wrong.content.decode()
    client.post("/people/henk-c/link/", {"person": "henk@lindewever.example"})
    assert 'href="/people/henk-claeys/"' in client.get("/people/henk-c/").content.decode()
    assert "Also wrote as" in client.get("/people/henk-claeys/").content.decode()
    client.post("/people/henk-c/link/", {"link": "no"})
    assert Person.objects.get(handle="henk-c").stands_for_id is None


def test_an_employee_links_nobody_and_lets_nobody_leave(ann: Person, henk: Person) -> None:
    make_person("henk.c", kind=PersonKind.PLACEHOLDER, email="", handle="henk-c")
    client = browser_of(ann)
    assert "handle of the person" not in client.get("/people/henk-c/").content.decode()
    assert client.post("/people/henk-c/link/", {"person": "henk-claeys"}).status_code == 404
    assert client.post("/people/henk-claeys/left/").status_code == 404


def test_who_has_left_keeps_a_page(ann: Person, henk: Person) -> None:
    els = make_person("Els", has_account=True)
    assert els.account is not None
    make_role(els.account, Role.STEWARD)
    browser_of(els).post("/people/henk-claeys/left/", {"left": "yes"})
    page = browser_of(ann).get("/people/henk-claeys/").content.decode()
    assert "is no longer with the organisation" in page
    assert "Follow the storyline" not in page
    browser_of(els).post("/people/henk-claeys/left/", {"left": "no"})
    assert Person.objects.get(pk=henk.pk).left_on is None


def test_nobody_of_that_handle_and_handles_in_capitals(ann: Person, henk: Person) -> None:
    client = browser_of(ann)
    assert client.get("/people/nobody/").status_code == 404
    assert client.get("/people/Henk-Claeys/").status_code == 200


def test_on_ones_own_page_one_writes_on_ones_storyline(ann: Person, henk: Person) -> None:
    client = browser_of(ann)
    storyline = Home.objects.get(person=ann)
    assert f"/posts/new/?home={storyline.pk}" in client.get("/people/ann/").content.decode()
    assert "/posts/new/?home=" not in client.get("/people/henk-claeys/").content.decode()
