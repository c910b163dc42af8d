"""The deterministic network: the same people, communities, posts and reactions on every machine."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import TypeVar

from django.db import connection, models, transaction
from django.utils import timezone

from weefsel.communities.models import Community, Membership
from weefsel.config.bench.sizes import LONG_THREAD, READERS, Size
from weefsel.config.bench.texts import texts
from weefsel.identity.models import Account
from weefsel.kernel.ids import ids
from weefsel.people.models import Follow, Network, Organisation, Person, Unit
from weefsel.posts.models import Home, Post, Reaction, SeenMark
from weefsel.posts.terms import ReactionKind

BATCH = 2_000
FIRST = datetime(2024, 1, 8, 8, tzinfo=UTC)
SPAN = timedelta(days=700)
FIRST_ID = 1_000_000  # communities and people have ids of their own making, so that rows can name each other

M = TypeVar("M", bound=models.Model)


@dataclass(slots=True)
class _Filling:
    size: Size
    dice: random.Random
    sequence: int = 0
    latest: dict[int, int] = field(default_factory=dict)

    def new_id(self, moment: datetime) -> int:
        self.sequence += 1
        return ids.at(moment, self.sequence)


def network_name(size: Size) -> str:
    """The name that marks the network of this size as made by the bench."""
    return f"Bench {size.name}"


def fill(size: Size) -> None:
    """Fill an empty database, in short transactions. The same size gives the same rows everywhere."""
    filling = _Filling(size, random.Random(size.name))  # noqa: S311 - wants to be the same everywhere
    _write(_people(filling))
    _write(_homes(size))
    _write(_memberships(filling))
    _write(_follows(filling))
    _write(_posts(filling))
    _write(_reactions(filling))
    for home, latest in filling.latest.items():
        Home.objects.filter(pk=home).update(latest_id=latest)
    mark = max(filling.latest.values())
    _write(SeenMark(person_id=FIRST_ID + n, seen_id=mark) for n in range(READERS))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    Network.objects.create(id=1, name=network_name(size))


def _write(rows: Iterable[M]) -> None:
    """Write rows of any tables in the order given, a batch of one table at a time."""
    waiting: list[M] = []
    for row in rows:
        if waiting and (type(row) is not type(waiting[0]) or len(waiting) >= BATCH):
            _write_batch(waiting)
            waiting = []
        waiting.append(row)
    if waiting:
        _write_batch(waiting)


@transaction.atomic
def _write_batch(rows: list[M]) -> None:
    type(rows[0])._default_manager.bulk_create(rows)  # noqa: SLF001 - Django's own name for it


def _people(filling: _Filling) -> Iterator[models.Model]:
    yield Organisation(id=1, name="Lindewever", kind="home")
    yield from (Unit(id=n + 1, name=f"Unit {n + 1}", site="Gent") for n in range(40))
    for number in range(READERS):
        yield Account(id=FIRST_ID + number, email=f"reader{number}@bench.example", password="!")  # noqa: S106 - no password, so nobody signs in
    welcomed = timezone.now()
    for number in range(filling.size.people):
        yield Person(
            id=FIRST_ID + number,
            organisation_id=1,
            account_id=FIRST_ID + number if number < READERS else None,
            handle=f"person-{number}",
            name=f"{_GIVEN[number % len(_GIVEN)]} {_FAMILY[number // len(_GIVEN) % len(_FAMILY)]}",
            search_name=f"person {number}",
            email=f"reader{number}@bench.example",
            unit_id=number % 40 + 1,
            site="Gent",
            welcomed_at=welcomed,
        )


def _homes(size: Size) -> Iterator[models.Model]:
    for number in range(size.communities):
        yield Community(
            id=FIRST_ID + number,
            slug=f"community-{number}",
            name=f"Community {number}",
            kind="open",
            purpose="To talk.",
        )
    for number in range(size.communities):
        yield Home(id=number + 1, community_id=FIRST_ID + number)
    for number in range(size.people):
        yield Home(id=size.communities + number + 1, person_id=FIRST_ID + number)


def _memberships(filling: _Filling) -> Iterator[models.Model]:
    """Few communities are large: the chance falls with the number, as it does among people."""
    size, dice = filling.size, filling.dice
    for person in range(size.people):
        chosen = {int(size.communities * dice.random() ** 2) for _ in range(size.memberships * 2)}
        chosen.add(0)
        for community in sorted(chosen)[: size.memberships]:
            yield Membership(person_id=FIRST_ID + person, community_id=FIRST_ID + community)


def _follows(filling: _Filling) -> Iterator[models.Model]:
    size, dice = filling.size, filling.dice
    for person in range(size.people):
        for other in sorted({dice.randrange(size.people) for _ in range(size.follows)} - {person}):
            yield Follow(follower_id=FIRST_ID + person, followed_id=FIRST_ID + other)


def _posts(filling: _Filling) -> Iterator[models.Model]:
    """Thread starts from the oldest on, each followed by its replies; the newest one has the long thread."""
    size, dice, words = filling.size, filling.dice, texts()
    usual = (size.replies - LONG_THREAD) // max(size.threads - 1, 1)
    left = size.replies - LONG_THREAD - usual * (size.threads - 1)
    for number in range(size.threads):
        is_last = number == size.threads - 1
        moment = FIRST + SPAN * number / size.threads
        home = 1 if is_last else _home(filling)
        count = LONG_THREAD if is_last else max(usual, 0) + (1 if number < left else 0)
        start = _post(filling, home, None, moment, words[dice.randrange(len(words))])
        start.reply_count = count
        filling.latest[home] = start.pk
        yield start
        for answer in range(count):
            yield _post(filling, home, start.pk, moment + timedelta(minutes=answer + 1), words[dice.randrange(50)])


def _home(filling: _Filling) -> int:
    size, dice = filling.size, filling.dice
    if dice.random() < 0.1:  # noqa: PLR2004 - one in ten stands on a storyline
        return size.communities + 1 + dice.randrange(size.people)
    return 1 + int(size.communities * dice.random() ** 1.5)


def _post(filling: _Filling, home: int, thread: int | None, moment: datetime, text: tuple[str, str]) -> Post:
    body, html = text
    return Post(
        id=filling.new_id(moment),
        author_id=FIRST_ID + filling.dice.randrange(filling.size.people),
        home_id=home,
        thread_id=thread,
        kind="reply" if thread else "update",
        body=body,
        html=html,
        inside_only=True,
        published_at=moment,
    )


def _reactions(filling: _Filling) -> Iterator[models.Model]:
    size, dice = filling.size, filling.dice
    kinds = ReactionKind.values
    starts = Post.objects.filter(thread=None).order_by("pk").values_list("pk", flat=True)
    for post in starts.iterator(BATCH):
        given = {dice.randrange(size.people) for _ in range(dice.choice((0, 1, 2, 4, 8)))}
        for person in sorted(given):
            yield Reaction(post_id=post, person_id=FIRST_ID + person, kind=dice.choice(kinds), at=FIRST)


def readers() -> list[int]:
    """The accounts that ask in turn."""
    return list(islice(range(FIRST_ID, FIRST_ID + READERS), READERS))


_GIVEN = ("Ana", "Jonas", "Claire", "Marie", "Henk", "Dieter", "Fatima", "Ahmed", "Els", "Nele", "Sofie", "Tom")
_FAMILY = ("Ferreira", "Verbeke", "Dubois", "Desmet", "Claeys", "Hoffmann", "Benali", "Mertens", "Wouters", "Peeters")
