import pytest
from django.test import Client

from weefsel.communities.models import Membership
from weefsel.communities.testing import make_community, make_member
from weefsel.identity.testing import sign_in
from weefsel.people.models import AskMeAbout, Follow, Person
from weefsel.people.terms import PersonKind
from weefsel.people.testing import make_organisation, make_person, make_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann() -> Person:
    unit = make_unit("Weaving")
    boss = make_person("Bea Boss")
    return make_person("Ann", unit=unit, manager=boss, site="Gent", has_account=True)


@pytest.fixture
def first_visit(client: Client, ann: Person) -> Client:
    assert ann.account is not None
    sign_in(client, ann.account)
    return client


def test_home_leads_there_once(first_visit: Client, ann: Person) -> None:
    assert first_visit.get("/").headers["Location"] == "/welcome/"
    answer = first_visit.post("/welcome/", {"over": "1"})
    assert answer.headers["Location"] == "/"
    assert first_visit.get("/").status_code == 200
    ann.refresh_from_db()
    assert ann.welcomed_at is not None


def test_open_communities_come_by_who_is_near_and_then_by_size(first_visit: Client, ann: Person) -> None:
    large, near, own = (make_community("open", name=name) for name in ("Large", "Near", "Own"))
    for _ in range(3):
        make_member(large, make_person())
    make_member(near, make_person(unit=ann.unit))
    make_member(own, ann)
    make_community("on_request", name="On request")
    make_community("open", name="With rules", rules="Be kind.")
    make_community("open", name="Archived", is_archived=True)
    page = first_visit.get("/welcome/")
    assert [c.name for c in page.context["communities"]] == ["Near", "Large"]
    answer = first_visit.post("/welcome/", {"step": "communities", "community": [str(near.pk), "999", "x", "²"]})
    assert answer.headers["Location"] == "/welcome/?step=people"
    assert set(Membership.objects.filter(person=ann).values_list("community__name", flat=True)) == {"Own", "Near"}


def test_people_near_are_offered_the_manager_first(first_visit: Client, ann: Person) -> None:
    mate = make_person("Aaron Mate", unit=ann.unit)
    make_person("Elsewhere", site="Lille")
    make_person("Robot", unit=ann.unit, kind=PersonKind.BOT)
    make_person("Site Mate", site="Gent")
    page = first_visit.get("/welcome/?step=people")
    assert [p.name for p in page.context["people"]] == ["Bea Boss", "Aaron Mate", "Site Mate"]
    first_visit.post("/welcome/", {"step": "people", "person": [str(mate.pk)]})
    assert list(Follow.objects.values_list("followed_id", flat=True)) == [mate.pk]


def test_topics_end_the_visit_and_what_is_too_long_is_not_lost(first_visit: Client, ann: Person) -> None:
    make_person(unit=ann.unit, topics=["yarn", "looms"])
    assert first_visit.get("/welcome/?step=topics").context["nearby"] == ["looms", "yarn"]
    wrong = first_visit.post("/welcome/", {"step": "topics", "topics": "first aid, " + "x" * 70})
    assert wrong.status_code == 422
    assert "first aid" in wrong.content.decode()
    answer = first_visit.post("/welcome/", {"step": "topics", "topics": "First aid", "topic": ["yarn"]})
    assert answer.headers["Location"] == "/"
    own = AskMeAbout.objects.filter(person=ann).order_by("pk")
    assert list(own.values_list("shown", flat=True)) == ["First aid", "yarn"]


def test_each_step_can_be_skipped_by_a_link(first_visit: Client) -> None:
    assert 'href="/welcome/?step=people"' in first_visit.get("/welcome/").content.decode()
    assert 'href="/welcome/?step=topics"' in first_visit.get("/welcome/?step=people").content.decode()
    assert first_visit.get("/welcome/?step=nonsense").status_code == 200


def test_who_is_from_outside_is_asked_for_topics_alone(client: Client) -> None:
    petra = make_person("Petra", organisation=make_organisation(), has_account=True)
    assert petra.account is not None
    sign_in(client, petra.account)
    make_community("open", name="Not for Petra")
    page = client.get("/welcome/?step=communities").content.decode()
    assert "What may people ask you about?" in page
    assert "Not for Petra" not in page
    assert client.post("/welcome/", {"step": "communities", "community": "1"}).status_code == 302
    assert not Membership.objects.exists()
