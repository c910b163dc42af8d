import pytest
from django.test import Client
from django.utils import timezone

from weefsel.communities.models import Community
from weefsel.communities.testing import make_community, make_member
from weefsel.kernel.testing import statements
from weefsel.people.models import Network, Person
from weefsel.people.testing import make_organisation, make_person
from weefsel.posts.models import SeenMark
from weefsel.posts.testing import home_of, make_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def marie() -> Person:
    person = make_person("Marie Desmet", has_account=True)
    Person.objects.update(welcomed_at=timezone.now())
    return person


@pytest.fixture
def jonas() -> Person:
    return make_person("Jonas Verbeke")


@pytest.fixture
def place(marie: Person, jonas: Person) -> Community:
    made = make_community(owner=jonas, name="Weaving together")
    home_of(made)
    make_member(made, marie)
    return made


def browser_of(person: Person) -> Client:
    browser = Client()
    assert person.account is not None
    browser.force_login(person.account)
    return browser


def page_of(browser: Client, address: str = "/") -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_stranger_is_sent_to_the_door() -> None:
    Network.objects.create(name="Lindewever")
    answer = Client().get("/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/")


def test_the_empty_home_teaches_how_to_begin(marie: Person) -> None:
    page = page_of(browser_of(marie))
    assert "Nothing here yet" in page
    assert 'href="/communities/"' in page


def test_without_a_mark_nothing_is_new_and_one_can_set_it(marie: Person, jonas: Person, place: Community) -> None:
    post = make_post(jonas, place)
    browser = browser_of(marie)
    page = page_of(browser)
    assert "New since" not in page
    assert "You are up to date" in page
    assert f'name="until" value="{post.pk}"' in page
    assert browser.post("/seen/", {"until": post.pk})["Location"] == "/"
    assert SeenMark.objects.get(person=marie).seen_id == post.pk
    assert "Nothing new since" in page_of(browser)


def test_what_is_new_stands_above_the_place_where_one_stopped_reading(
    marie: Person, jonas: Person, place: Community
) -> None:
    old = make_post(jonas, place, "The old one.")
    browser = browser_of(marie)
    browser.post("/seen/", {"until": old.pk})
    new = make_post(jonas, place, "The new one.")
    page = page_of(browser)
    assert "One new post since" in page
    order = [page.index(words) for words in ("New since", "The new one.", "You had read up to here", "The old one.",
                                             "You are up to date")]  # fmt: skip
    assert order == sorted(order)
    assert page.count("is-new") == 1
    assert f'name="until" value="{new.pk}"' in page


def test_while_new_ones_remain_the_foot_says_how_many(marie: Person, jonas: Person, place: Community) -> None:
    browser = browser_of(marie)
    browser.post("/seen/", {"until": make_post(jonas, place).pk})
    for _ in range(25):
        make_post(jonas, place)
    page = page_of(browser)
    assert "25 new posts since" in page
    assert "5 more since" in page
    assert "You are up to date" not in page
    assert "I have read this" not in page
    address = page.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")
    following = page_of(browser, address)
    assert "I have read this" in following
    assert "You had read up to here" in following


def test_the_mark_never_moves_back_nor_beyond_what_there_is(marie: Person, jonas: Person, place: Community) -> None:
    first, second = make_post(jonas, place), make_post(jonas, place)
    browser = browser_of(marie)
    browser.post("/seen/", {"until": second.pk})
    browser.post("/seen/", {"until": first.pk})
    assert SeenMark.objects.get(person=marie).seen_id == second.pk
    browser.post("/seen/", {"until": 2**62})
    assert SeenMark.objects.get(person=marie).seen_id == second.pk
    assert browser.post("/seen/", {"until": "x"}).status_code == 302
    assert browser.get("/seen/").status_code == 405


def test_a_script_that_marks_needs_no_page(marie: Person) -> None:
    assert browser_of(marie).post("/seen/", {"until": 0}, headers={"X-Requested-With": "fetch"}).status_code == 204


def test_home_costs_three_statements_while_cards_are_kept(marie: Person, jonas: Person, place: Community) -> None:
    for _ in range(30):
        make_post(jonas, place)
    browser = browser_of(marie)
    page_of(browser)
    with statements() as count:
        page_of(browser)
    assert count.total == 3, count


def test_a_filled_page_equals_one_drawn_anew(marie: Person, jonas: Person, place: Community) -> None:
    make_post(jonas, place)
    first, second = browser_of(marie), browser_of(marie)
    assert page_of(first).split("csrfmiddlewaretoken")[0] == page_of(second).split("csrfmiddlewaretoken")[0]
    assert "\x1d" not in page_of(first)


def test_is_there_anything_new(marie: Person, jonas: Person, place: Community) -> None:
    browser = browser_of(marie)
    browser.post("/seen/", {"until": make_post(jonas, place).pk})
    none = browser.get("/news/")
    assert none.json() == {"count": 0, "label": "", "url": "/"}
    assert browser.get("/news/", headers={"If-None-Match": none["ETag"]}).status_code == 304
    make_post(marie, place)
    posts = [make_post(jonas, place) for _ in range(3)]
    some = browser.get("/news/", headers={"If-None-Match": none["ETag"]})
    assert some.json() == {"count": 3, "label": "3 new posts", "url": "/"}
    assert browser.get(f"/news/?shown={posts[0].pk}").json()["count"] == 2


def test_reading_elsewhere_changes_the_tag(marie: Person, jonas: Person, place: Community) -> None:
    post = make_post(jonas, place)
    browser = browser_of(marie)
    before = browser.get("/news/")["ETag"]
    browser.post("/seen/", {"until": post.pk})
    assert browser.get("/news/", headers={"If-None-Match": before}).status_code == 200


def test_the_first_visit_leads_to_its_three_steps(marie: Person) -> None:
    Person.objects.filter(pk=marie.pk).update(welcomed_at=None)
    assert browser_of(marie).get("/")["Location"] == "/welcome/"


def test_somebody_from_outside_is_not_sent_where_they_see_nothing(marie: Person) -> None:
    petra = make_person("Petra Vogel", organisation=make_organisation(), has_account=True)
    Person.objects.filter(pk=petra.pk).update(welcomed_at=timezone.now())
    page = page_of(browser_of(petra))
    assert "that you were invited to" in page
    assert "Find a community" not in page
    assert "Find a community" in page_of(browser_of(marie))
