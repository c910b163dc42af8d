from datetime import timedelta

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from weefsel.config.bridge.asgi import Scope
from weefsel.config.unchanged import unchanged
from weefsel.identity.models import Account, Session
from weefsel.kernel.testing import statements
from weefsel.people.models import Person
from weefsel.people.testing import make_person
from weefsel.posts.testing import make_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser() -> Client:
    person = make_person(has_account=True)
    make_post(person)
    browser = Client()
    assert person.account is not None
    browser.force_login(person.account)
    return browser


def asking(browser: Client, tag: str, **more: object) -> Scope:
    cookie = f"weefsel-session={browser.cookies['weefsel-session'].value}"
    headers = [(b"host", b"localhost:8000"), (b"cookie", cookie.encode()), (b"if-none-match", tag.encode())]
    return {"type": "http", "method": "GET", "path": "/news/", "headers": headers, **more}


def tag_of(browser: Client) -> str:
    return str(browser.get("/news/")["ETag"])


def test_while_nothing_has_changed_it_answers_with_one_statement(browser: Client) -> None:
    scope = asking(browser, tag_of(browser))
    with statements() as count:
        answer = unchanged(scope)
    assert answer is not None
    assert answer.status == 304
    assert (b"cache-control", b"private, no-cache") in answer.headers
    assert count.total == 1


def test_a_new_post_is_left_to_the_page(browser: Client) -> None:
    tag = tag_of(browser)
    make_post(Person.objects.get())
    assert unchanged(asking(browser, tag)) is None


@pytest.mark.parametrize("change", ["ended", "expired", "disabled", "new password", "left"])
def test_without_a_living_session_nothing_is_answered(browser: Client, change: str) -> None:
    scope = asking(browser, tag_of(browser))
    assert unchanged(scope) is not None
    match change:
        case "ended":
            Session.objects.all().delete()
        case "expired":
            Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
        case "disabled":
            Account.objects.update(is_active=False)
        case "new password":
            Account.objects.update(auth_version=7)
        case "left":
            Person.objects.update(left_on=timezone.localdate())
    assert unchanged(scope) is None


def test_another_method_another_host_or_no_tag_is_left_to_the_page(browser: Client) -> None:
    tag = tag_of(browser)
    assert unchanged(asking(browser, tag, method="POST")) is None
    with override_settings(ALLOWED_HOSTS=["weefsel.example"]):
        assert unchanged(asking(browser, tag)) is None
    scope = asking(browser, tag)
    scope["headers"] = scope["headers"][:2]
    assert unchanged(scope) is None
    scope["headers"] = [(b"host", b"localhost"), (b"if-none-match", tag.encode())]
    assert unchanged(scope) is None
