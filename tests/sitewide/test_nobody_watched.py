"""No page ranks people, counts them for others, or tells what somebody else did alone."""

import random
import re
from datetime import UTC, datetime

import pytest
from django.test import Client

from tests.sitewide import rows
from tests.sitewide.addresses import all_visits
from tests.sitewide.looking import ask
from tests.sitewide.stage import make_stage
from weefsel.identity.models import Session
from weefsel.identity.testing import sign_in
from weefsel.people.models import Follow, Person
from weefsel.people.testing import make_person
from weefsel.posts.models import Draft, Reaction, Saved, SeenMark, ThreadFollow
from weefsel.posts.queries.fragments import drawings
from weefsel.posts.terms import ReactionKind
from weefsel.posts.testing import make_post

pytestmark = pytest.mark.django_db


def test_reactions_do_not_order_anything() -> None:
    world = rows.World()
    dice = random.Random(7)
    posts = [make_post(world.reader, world.community, f"Number {n} #weft") for n in range(12)]
    people = [make_person() for _ in range(12)]
    client = Client()
    assert world.reader.account is not None
    sign_in(client, world.reader.account)
    lists = ("/", "/communities/place/", "/topics/weft/", "/people/reader/")
    before = [order(client, url) for url in lists]
    assert all(before)
    for _ in range(3):
        Reaction.objects.all().delete()
        dice.shuffle(posts)
        for count, post in enumerate(posts):
            for person in people[:count]:
                Reaction.objects.create(post=post, person=person, kind=dice.choice(ReactionKind.values))
        drawings.clear()
        assert [order(client, url) for url in lists] == before


def order(client: Client, url: str) -> list[str]:
    return re.findall(r"data-post=\"(\d+)\"", client.get(url).content.decode())


def test_no_page_counts_who_follows_somebody_or_how_much_they_were_liked() -> None:
    """A person's page is the same for others, whether nobody follows them and likes what they wrote, or everybody."""
    world = rows.World()
    somebody, readers = make_person("Somebody"), [make_person() for _ in range(23)]
    old = make_post(somebody, somebody, "Long ago.")
    for _ in range(20):
        make_post(somebody, somebody)
    client = Client()
    assert world.reader.account is not None
    sign_in(client, world.reader.account)
    urls = ("/people/somebody/", "/people/?q=somebody", f"/posts/{old.pk}/")
    before = [without_tokens(client, url) for url in urls[:2]]
    for reader in readers:
        Follow.objects.create(follower=reader, followed=somebody)
        Reaction.objects.create(post=old, person=reader, kind="like")
        Saved.objects.create(post=old, person=reader)
        ThreadFollow.objects.create(thread=old, person=reader)
    drawings.clear()
    assert [without_tokens(client, url) for url in urls[:2]] == before
    thread = without_tokens(client, urls[2])
    assert not re.search(r"\b23\s+(followers?|people follow|saved|saves)", thread)


def without_tokens(client: Client, url: str) -> str:
    page = re.sub(r"(csrfmiddlewaretoken|form_key)\" value=\"[^\"]*", "", client.get(url).content.decode())
    assert "Somebody" in page
    return page


ACTIVITY = {1991: "used a browser", 1992: "read home", 1993: "drafted", 1994: "saved", 1995: "followed a thread",
            1996: "followed a person", 1997: "was welcomed"}  # fmt: skip
ALONE = re.compile(r"(?<!\d)(199[1-7])(?!\d)")


@pytest.mark.parametrize("role", ["steward", "owner", "works council", "network moderator"])
def test_nobody_reads_when_somebody_else_was_there_or_what_they_did_alone(role: str) -> None:
    stage = make_stage()
    shy, post = stage.shy, stage.scene.post

    def at(year: int) -> datetime:
        return datetime(year, 5, 4, 3, 2, tzinfo=UTC)

    Session.objects.filter(account=shy.account).update(last_seen_at=at(1991), created_at=at(1991))
    SeenMark.objects.create(person=shy, seen_id=post.pk, seen_at=at(1992))
    Draft.objects.create(person=shy, place=f"thread:{post.pk}", body="Half", updated_at=at(1993))
    Saved.objects.create(person=shy, post=post, at=at(1994))
    ThreadFollow.objects.create(person=shy, thread=post, at=at(1995))
    Follow.objects.create(follower=shy, followed=stage.quill, since=at(1996))
    Person.objects.filter(pk=shy.pk).update(welcomed_at=at(1997))
    client = stage.browser(role)
    told = []
    for name, visit in all_visits(stage):
        if visit.takes == "GET" and not visit.is_door and role in visit.who:
            seen = ask(client, visit.url(name))
            told += [f"{seen.url} tells that somebody {ACTIVITY[int(year)]}" for year in ALONE.findall(seen.words)]
    assert told == []
