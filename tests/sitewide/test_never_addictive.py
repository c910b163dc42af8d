"""Never addictive, by test: lists end, nothing calls back, leaving is easy. Fields of tables: tools/checks."""

import html
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import urljoin

import pytest
import time_machine
from django.db import models
from django.test import Client

from tests.sitewide import rows
from tests.sitewide.stage import make_stage
from weefsel.communities.testing import make_community, make_member
from weefsel.identity.testing import sign_in
from weefsel.kernel.clock import now
from weefsel.kernel.jobs.timetable import enqueue_what_is_due
from weefsel.kernel.seams.notice_kinds import notice_kinds
from weefsel.kernel.testing import run_jobs
from weefsel.notices.models import Notice
from weefsel.people.models import Person
from weefsel.people.testing import actor_for, make_person, make_unit
from weefsel.posts.models import SeenMark
from weefsel.posts.testing import make_post

PRODUCT = Path(__file__).parents[2] / "weefsel"
LOCALE = Path(__file__).parents[2] / "locale"
MOST_ON_A_PAGE = 20
db = pytest.mark.django_db

POST = re.compile(r"<article class=\"post[ \"]")
PERSON = re.compile(r"<li class=\"person-row\"")
DEVICE = re.compile(r"<li class=\"device\"")

# Address, what makes a row, and what one row looks like in the page.
LISTS: dict[str, tuple[str, rows.Row, re.Pattern[str]]] = {
    "home": ("/", rows.post_row, POST),
    "community": ("/communities/place/", rows.post_row, POST),
    "person": ("/people/reader/", rows.own_post_row, POST),
    "saved": ("/saved/", rows.post_row, POST),
    "topic": ("/topics/weft/", rows.post_row, re.compile(r"<article class=\"(post|reply)[ \"]")),
    "people": ("/people/", rows.member_row, PERSON),
    "unit": ("/units/{unit}/", rows.member_row, PERSON),
    "communities": ("/communities/", rows.community_row, re.compile(r"<li class=\"community-card\"")),
    "members": ("/communities/place/members/", rows.member_row, PERSON),
    "requests": ("/communities/place/requests/", rows.request_row, re.compile(r"<li class=\"notice")),
    "inbox": ("/inbox/", rows.request_row, re.compile(r"<li class=\"notice")),
    "placeholders": ("/steward/placeholders/", rows.placeholder_row, re.compile(r"<li>\s*<p><a href=\"/people/")),
    "letters": ("/steward/letters/", rows.letter_row, re.compile(r"a@home\.example")),
    "invitations": ("/steward/invitations/", rows.invitation_row, DEVICE),
    "accounts": ("/steward/accounts/", rows.account_row, DEVICE),
}
END = re.compile(r"\bdata-end\b")
NEXT = re.compile(r"href=\"([^\"]*[?&;](?:before|after|page)=\d[^\"]*)\"")


@db
@pytest.mark.parametrize("name", sorted(LISTS))
def test_a_list_comes_in_pages_of_twenty_and_says_where_it_ends(name: str) -> None:
    address, make_row, a_row = LISTS[name]
    world = rows.World()
    SeenMark.objects.create(person=world.reader, seen_id=world.start.pk)
    for _ in range(23):
        make_row(world)
    run_jobs()
    client = Client()
    assert world.reader.account is not None
    sign_in(client, world.reader.account)
    pages = list(pages_from(client, address.format(unit=world.unit.pk)))
    counts = [len(a_row.findall(page.split('id="people"')[-1])) for page in pages]
    assert len(pages) == 2, counts
    assert all(0 < count <= MOST_ON_A_PAGE for count in counts), counts
    assert sum(counts) >= 23, counts
    assert not END.search(pages[0])
    assert END.search(pages[-1])


def pages_from(client: Client, url: str) -> Iterator[str]:
    """A page, and those to which its "earlier" leads."""
    for _ in range(5):
        answer = client.get(url)
        assert answer.status_code == 200
        page = answer.content.decode()
        yield page
        onward = NEXT.findall(page.split("<main", 1)[1])
        if not onward or END.search(page):
            return
        url = urljoin(url, html.unescape(onward[-1]))


def sources(*suffixes: str) -> list[tuple[str, str]]:
    """What the product sends to browsers, less what it takes from others."""
    paths = [path for path in PRODUCT.rglob("*") if path.suffix in suffixes and "vendor" not in path.parts]
    assert paths
    return [(str(path.relative_to(PRODUCT)), path.read_text()) for path in paths]


SCROLLING = re.compile(
    r"hx-trigger=\"[^\"]*\b(revealed|intersect|scroll)\b|[\"'](scroll|scrollend|wheel|touchmove|touchstart|pull)[\"']"
    r"|onscroll|onwheel|overscroll-behavior:\s*contain"
)
PLAYING = re.compile(r"\bautoplay\b|\.play\(\)|<(audio|video)\b(?![^>]*preload=\"none\")")


def test_nothing_is_fetched_by_scrolling_or_pulling_and_nothing_plays() -> None:
    wrong = [
        f"{name}: {found[0]}"
        for name, text in sources(".html", ".js", ".css")
        for pattern in (SCROLLING, PLAYING)
        for found in pattern.finditer(text)
    ]
    assert wrong == []


def test_the_one_thing_that_watches_what_is_in_sight_puts_nothing_into_the_page() -> None:
    """It says that the end was reached, and hides its own button."""
    watching = {name: text for name, text in sources(".js") if "IntersectionObserver" in text}
    assert list(watching) == ["shell/static/shell/seen.js"]
    (text,) = watching.values()
    assert 'method: "POST"' in text
    assert not re.search(r"innerHTML|insertAdjacent|append|replaceWith|\.text\(\)|\.json\(\)|htmx", text)


CALLING_BACK = re.compile(
    r"we('ve| have)? miss(ed)? you|(don't|do not) miss|you haven't (been|visited|posted)|come back soon|"
    r"it's been a while|"
    r"\bstreak|\btrending|most (popular|liked|active)|top (contributors?|posters?)|\bleader ?board|\bhurry|act now|"
    r"last chance|only today|while you were (away|gone)|"
    r"we (hebben )?(missen|gemist)|mis (het )?niet[s]?\b|kom (snel )?terug|nog maar|laatste kans|populairst",
    re.IGNORECASE,
)


def test_no_words_call_anybody_back_or_rank_anybody() -> None:
    texts = [*sources(".html", ".js", ".txt"), *((str(path), path.read_text()) for path in LOCALE.rglob("*.po"))]
    texts += [
        (str(path), path.read_text())
        for path in PRODUCT.rglob("*.py")
        if not {"tests", "demo", "bench", "migrations"} & set(path.parts)
    ]
    assert [f"{name}: {found[0]}" for name, text in texts for found in CALLING_BACK.finditer(text)] == []


@db
def test_every_kind_of_notice_has_a_person_behind_it_and_a_reason() -> None:
    by = Notice._meta.get_field("by")
    assert isinstance(by, models.ForeignKey)
    assert not by.null
    assert by.related_model is Person
    assert notice_kinds
    for name, kind in notice_kinds.items():
        assert str(kind.reason).strip(), name
        assert "%(by)s" in str(kind.sentence), f"{name} does not say who did it"


@db
def test_every_notice_that_people_cause_is_somebody_elses_deed() -> None:
    make_stage()
    for make_row in (rows.post_row, rows.request_row):
        world = _second_world()
        make_row(world)
    run_jobs()
    notices = list(Notice.objects.all())
    assert notices
    for notice in notices:
        assert notice.by_id != notice.person_id
        assert notice.kind in notice_kinds


def _second_world() -> rows.World:
    world = rows.World.__new__(rows.World)
    owner = Person.objects.get(handle="owner")
    world.reader, world.unit = owner, owner.unit or make_unit()
    world.community = make_community("on_request", owner)
    world.start = make_post(owner, world.community)
    world.actor = actor_for(owner)
    return world


@db
def test_absence_tells_nobody_anything() -> None:
    """A month passes in which nobody does anything, and every job that runs by itself runs every day."""
    make_stage()
    before = set(Notice.objects.values_list("pk", flat=True))
    start = now()
    for day in range(1, 31):
        with time_machine.travel(start + timedelta(days=day), tick=False):
            enqueue_what_is_due()
            run_jobs()
    assert set(Notice.objects.values_list("pk", flat=True)) <= before


@db
@pytest.mark.parametrize("kind", ["open", "on_request"])
def test_leaving_takes_no_more_steps_than_joining(kind: str) -> None:
    """A step is something pressed: a button or a link in the page, or a menu that must be opened for it."""
    person, owner = make_person(has_account=True), make_person()
    place = make_community(kind, owner, slug="place")
    client = Client()
    assert person.account is not None
    sign_in(client, person.account)
    joining = steps(client, "join/" if kind == "open" else "ask/")
    make_member(place, person)
    assert steps(client, "leave/") <= joining


def steps(client: Client, to: str) -> int:
    """How many presses it takes from the page of the community."""
    page = client.get("/communities/place/").content.decode().split("<main", 1)[1]
    action = f"/communities/place/{to}"
    place = page.find(action)
    assert place >= 0, f"there is no way to {action}"
    in_menu = page.rfind("<details", 0, place) > page.rfind("</details>", 0, place)
    is_form = page[:place].rstrip('"').endswith("action=")
    return int(in_menu) + (1 if is_form else 2)
