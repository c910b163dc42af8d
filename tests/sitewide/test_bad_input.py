"""What nobody means to send: markup in every field, endless texts, numbers that name nothing. Each: a calm answer."""

import re
from collections.abc import Mapping
from html import escape, unescape
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.test import Client

from tests.sitewide.addresses import all_visits
from tests.sitewide.forms_found import FoundForm, forms_in
from tests.sitewide.looking import Seen, ask
from tests.sitewide.stage import STRANGERS, Stage, make_stage
from weefsel.communities.commands.archive_community import archive_community
from weefsel.kernel.testing import statements
from weefsel.people.testing import actor_for
from weefsel.posts.models import Draft, Post
from weefsel.posts.terms import BODY_MAX
from weefsel.posts.testing import home_of

pytestmark = pytest.mark.django_db

MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'>"
LIVE = ("<script>alert(1)", "<img src=x")
ENDLESS = "endless words " * 70_000  # a megabyte
HANDED = {
    "markup": MARKUP,
    "markup in Markdown": "[x](javascript:alert(1)) ![y](data:text/html,<script>alert(1)</script>) <b onclick=a>z</b>",
    "endless": ENDLESS,
    "null bytes": "be\x00fore and af\x00ter",
    "turned round": "\u202egnp.exe\u202c \u2066x\u2069 \u200f",
    "not a number": "-1",
    "beyond every number": str(10**30),
    "other digits": "٣٤",
    "nothing": "",
}


@pytest.fixture
def stage() -> Stage:
    return make_stage()


def is_calm(seen: Seen) -> bool:
    return seen.status < 500 and not seen.fault and "Traceback" not in seen.words


def shape_of(form: FoundForm) -> tuple[str, ...]:
    return (re.sub(r"\d+|/(communities|people)/[^/]+/", "N", form.action), *sorted(form.fields))


def forms_for(client: Client, stage: Stage, role: str) -> list[FoundForm]:
    """One form of each shape on any page that this role sees."""
    found: dict[tuple[str, ...], FoundForm] = {}
    for name, visit in all_visits(stage):
        is_met = visit.is_door if role in STRANGERS else role in visit.who
        if visit.takes == "GET" and is_met and not visit.query:
            url = visit.url(name)
            seen = ask(client, url)
            for form in forms_in(seen.words, url) if seen.status == 200 else []:
                found.setdefault(shape_of(form), form)
    return list(found.values())


def lost(form: FoundForm, text: str, seen: Seen) -> list[str]:
    """The fields whose text does not come back in a form that was not taken."""
    back = " ".join(unescape(seen.words).split())
    kept = " ".join(text.replace("\x00", "").split())[:60]
    return [name for name in form.typed if form.kinds[name] != "password" and kept not in back]


@pytest.mark.parametrize("role", ["owner", "steward", "stranger"])
def test_every_form_takes_or_refuses_whatever_is_typed(role: str, stage: Stage) -> None:
    client, wrong = stage.browser(role), []
    forms = forms_for(client, stage, role)
    assert len(forms) >= {"owner": 25, "steward": 25, "stranger": 3}[role]
    for form in forms:
        for what, text in HANDED.items():
            with transaction.atomic():  # each form finds the stage as it was
                seen = ask(client, form.action, form.filled(text))
                wrong += [] if is_calm(seen) else [f"{what}: {seen}"]
                wrong += [f"{what} comes out alive: {seen}" for live in LIVE if live in seen.words]
                if seen.status == 422 and what in {"markup", "endless"}:
                    wrong += [f"{what} is lost from {name}: {seen}" for name in lost(form, text, seen)]
                if seen.leads_to.startswith("/") and what.startswith("markup"):
                    shown = ask(client, seen.leads_to)
                    wrong += [] if is_calm(shown) else [f"{what}, then: {shown}"]
                    wrong += [f"{what} comes out alive: {shown}" for live in LIVE if live in shown.words]
                transaction.set_rollback(True)
    assert not wrong, "\n".join(dict.fromkeys(wrong))


PARAMETERS = (
    *("before", "after", "until", "page", "to", "home", "unit", "organisation", "q", "topic", "site", "language"),
    *("show", "step", "shown", "missing", "code", "next"),
)
VALUES = ("-1", str(10**30), "\x00", "٣", MARKUP, "a" * 5000)
# They answer alike, whether there was something to take back or not; a topic leads to its own spelling.
QUIET = {"unsave_post", "take_role", "topic"}
WRONG = ["0", str(2**63), str(10**30), "%00", "None"]


def test_no_query_of_an_address_breaks_it(stage: Stage) -> None:
    client, wrong = stage.browser("steward"), []
    pages = {name: visit for name, visit in all_visits(stage) if visit.takes == "GET" and "steward" in visit.who}
    for name, visit in pages.items():
        for value in VALUES:
            query = urlencode(dict.fromkeys(PARAMETERS, value), errors="replace")
            seen = ask(client, f"{visit.url(name).partition('?')[0]}?{query}")
            wrong += [] if is_calm(seen) else [str(seen)[:400]]
            wrong += [f"comes out alive: {seen.url[:200]}" for live in LIVE if live in seen.words]
    assert not wrong, "\n".join(dict.fromkeys(wrong))


@pytest.mark.parametrize("value", WRONG)
def test_what_is_asked_for_by_a_wrong_name_is_not_there(value: str, stage: Stage) -> None:
    client, wrong = stage.browser("steward"), []
    shapes = {name: visit for name, visit in all_visits(stage) if visit.values and not visit.is_door}
    for name, visit in shapes.items():
        url = visit.url(name)
        for given in visit.values.values():
            wrong_url = url.replace(f"/{given}/", f"/{value}/").split("?")[0]
            data: Mapping[str, str] | None
            for data in (None, {}):
                seen = ask(client, wrong_url, data)
                is_quiet = name in QUIET and seen.status == 302
                wrong += [] if is_calm(seen) and (seen.status in {404, 405} or is_quiet) else [str(seen)[:400]]
    assert not wrong, "\n".join(dict.fromkeys(wrong))


def send(client: Client, url: str, **data: Any) -> Seen:
    seen = ask(client, url, data)
    assert is_calm(seen), seen
    return seen


def test_a_post_of_a_megabyte_comes_back_with_every_word(stage: Stage) -> None:
    client, home = stage.browser("member"), home_of(stage.scene.community)
    seen = send(client, "/posts/new/", home=home.pk, kind="update", body=ENDLESS)
    assert seen.status == 422
    assert ENDLESS.strip() in seen.words
    assert not Post.objects.filter(body__startswith="endless").exists()


def test_ten_thousand_mentions_cost_no_more_than_a_few(stage: Stage) -> None:
    client, home = stage.browser("member"), home_of(stage.scene.community)
    costs = []
    for most in (60, 10_000):
        body = " ".join(f"@person{n}" for n in range(most))
        with statements() as count:
            seen = send(client, "/posts/new/", home=home.pk, kind="update", body=body)
        costs.append(count.total)
        assert seen.status in {302, 422}
        if seen.status == 422:
            assert body[:200] in seen.words
            assert len(body) > BODY_MAX
    assert costs[1] <= costs[0] + 5


def test_signs_that_turn_text_round_do_not_reach_beyond_their_words(stage: Stage) -> None:
    client, home = stage.browser("member"), home_of(stage.scene.community)
    seen = send(client, "/posts/new/", home=home.pk, kind="update", body="Open \u202egnp.exe now")
    assert seen.status == 302
    page = ask(client, seen.leads_to)
    assert "\u202e" not in page.words


def test_bytes_that_are_no_text_are_taken_calmly(stage: Stage) -> None:
    client, home = stage.browser("member"), home_of(stage.scene.community)
    body = f"home={home.pk}&kind=update&body=".encode() + b"caf\xe9 \xff\xfe"
    answer = client.post("/posts/new/", body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code in {302, 422}


def test_of_two_who_edit_at_once_the_second_is_shown_both_texts(stage: Stage) -> None:
    first, second, pk = stage.browser("member"), stage.browser("member"), stage.scene.post.pk
    assert send(first, f"/posts/{pk}/edit/", body="The first came first", edit_number=0).status == 302
    seen = send(second, f"/posts/{pk}/edit/", body=f"The second wrote {MARKUP}", edit_number=0)
    assert seen.status == 409
    assert escape(f"The second wrote {MARKUP}") in seen.words
    assert "The first came first" in unescape(re.sub(r"<[^>]*>", "", seen.words))
    stage.scene.post.refresh_from_db()
    assert stage.scene.post.body == "The first came first"


def test_in_a_community_that_is_archived_meanwhile_words_are_kept(stage: Stage) -> None:
    client, home, thread = stage.browser("member"), home_of(stage.scene.community), stage.scene.post
    archive_community(actor_for(stage.person("owner")), community_id=stage.scene.community.pk)
    posts = Post.objects.count()
    new = send(client, "/posts/new/", home=home.pk, kind="update", body="Too late for a post")
    answer = send(client, f"/posts/{thread.pk}/reply/", body="Too late for a reply")
    for seen, words in ((new, "Too late for a post"), (answer, "Too late for a reply")):
        assert seen.status in {403, 409, 422}
        assert words in seen.words
    assert Post.objects.count() == posts
    assert set(Draft.objects.filter(person=stage.person("member")).values_list("body", flat=True)) == {
        "Too late for a post",
        "Too late for a reply",
    }


def test_a_form_that_is_sent_twice_is_published_once(stage: Stage) -> None:
    client, home = stage.browser("member"), home_of(stage.scene.community)
    page = ask(client, f"/posts/new/?home={home.pk}")
    key = next(form.fields["form_key"] for form in forms_in(page.words, "/posts/new/") if "form_key" in form.fields)
    answers = [
        send(client, "/posts/new/", home=home.pk, kind="update", body="Pressed twice", form_key=key) for _ in range(2)
    ]
    assert answers[0].leads_to == answers[1].leads_to
    assert Post.objects.filter(body="Pressed twice").count() == 1
