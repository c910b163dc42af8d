from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from weefsel.communities.testing import make_community, make_member
from weefsel.identity.models import Account, NetworkRole, Session
from weefsel.identity.testing import sign_in
from weefsel.kernel.actor import Role
from weefsel.kernel.testing import statements
from weefsel.notices.models import Notice
from weefsel.people.models import Follow, Person
from weefsel.people.testing import actor_for, make_organisation, make_person
from weefsel.posts.models import SeenMark
from weefsel.posts.queries.feed import feed
from weefsel.posts.testing import make_post
from weefsel.shell.queries.session_tag import Visit, read_tag, read_visit

pytestmark = pytest.mark.django_db


def key_of(person: Person) -> str:
    assert person.account is not None
    return sign_in(Client(), person.account)


def tag_of(key: str) -> Visit:
    visit = read_tag(key)
    assert visit is not None
    return visit


@pytest.fixture
def marie() -> Person:
    return make_person("Marie Desmet", has_account=True)


def test_one_statement_brings_what_the_floors_say(marie: Person) -> None:
    Account.objects.filter(pk=marie.account_id or 0).update(language="nl", time_zone="Europe/Brussels", theme="dark")
    for role in (Role.STEWARD, Role.MODERATOR):
        NetworkRole.objects.create(account_id=marie.account_id or 0, role=role.value)
    mark = SeenMark.objects.create(person=marie, seen_id=7, seen_at=timezone.now())
    key = key_of(marie)
    with statements() as count:
        visit = read_visit(key)
    assert count.total == 1
    assert visit is not None
    expected = actor_for(marie, language="nl")
    assert (visit.actor.person_id, visit.actor.account_id) == (expected.person_id, expected.account_id)
    assert (visit.actor.is_employee, visit.actor.roles) == (True, expected.roles)
    assert (visit.actor.language, visit.actor.time_zone, visit.theme) == ("nl", "Europe/Brussels", "dark")
    assert (visit.name, visit.handle, visit.actor.name) == (marie.name, marie.handle, marie.name)
    assert (visit.seen_id, visit.seen_at) == (7, mark.seen_at)
    assert (visit.is_welcomed, visit.has_open_notices) == (False, False)


def test_whether_notices_wait_is_told(marie: Person) -> None:
    notice = Notice.objects.create(person=marie, kind="mentioned", by=make_person(), key="k")
    key = key_of(marie)
    assert tag_of(key).has_open_notices
    before = tag_of(key).tag
    Notice.objects.filter(pk=notice.pk).update(done_at=timezone.now())
    assert not tag_of(key).has_open_notices
    assert tag_of(key).tag != before


def test_the_newest_thread_start_is_that_of_the_feed_for_each_eye(marie: Person) -> None:
    firm = make_organisation()
    petra = make_person("Petra Vogel", organisation=firm, has_account=True)
    jonas, place = make_person(), make_community(owner=marie, shared_with=(firm,))
    make_member(place, petra)
    Follow.objects.create(follower=marie, followed=jonas)
    Follow.objects.create(follower=petra, followed=jonas)
    keys = {person: key_of(person) for person in (marie, petra)}
    for number in range(4):
        make_post(marie, place, inside_only=bool(number % 2))
        if number == 2:
            make_post(jonas)
        for person, key in keys.items():
            visit = tag_of(key)
            assert visit.newest_id == feed(visit.actor).newest_id > 0, person
    assert tag_of(keys[marie]).newest_id > tag_of(keys[petra]).newest_id


def test_leaving_a_community_changes_the_tag_at_once(marie: Person) -> None:
    jonas = make_person()
    place = make_community(owner=jonas)
    membership = make_member(place, marie)
    make_post(jonas, place)
    key = key_of(marie)
    assert tag_of(key).newest_id
    membership.delete()
    assert tag_of(key).newest_id == 0


@pytest.mark.parametrize("change", ["expired", "disabled", "new password", "left", "no person"])
def test_a_session_that_is_over_brings_nobody(marie: Person, change: str) -> None:
    key = key_of(marie)
    assert read_visit(key) is not None
    match change:
        case "expired":
            Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
        case "disabled":
            Account.objects.update(is_active=False)
        case "new password":
            Account.objects.update(auth_version=7)
        case "left":
            Person.objects.update(left_on=timezone.localdate())
        case "no person":
            Person.objects.update(account=None)
    assert read_visit(key) is None
    assert read_tag(key) is None


def test_a_page_notes_the_use_of_its_session_now_and_then(marie: Person) -> None:
    browser = Client()
    assert marie.account is not None
    key = sign_in(browser, marie.account)
    long_ago = timezone.now() - timedelta(hours=2)
    Session.objects.update(last_seen_at=long_ago)
    visit = read_visit(key)
    assert visit is not None
    assert visit.is_stale
    browser.get("/")
    assert Session.objects.get(pk=key).last_seen_at > long_ago
    again = read_visit(key)
    assert again is not None
    assert not again.is_stale


def test_an_unknown_key_brings_nobody() -> None:
    assert read_visit("unknown") is None
    assert read_visit("") is None
