"""What comes from elsewhere keeps its time and its thread, and gets an id that nobody has."""

from datetime import UTC, datetime

import pytest

from weefsel.communities.testing import make_community
from weefsel.kernel.actor import Actor, Power, acting_job
from weefsel.kernel.ids import ids
from weefsel.kernel.refusals import NotAllowed
from weefsel.people.testing import actor_for, make_person
from weefsel.posts.commands.import_posts import ImportedPost, import_posts
from weefsel.posts.models import Home, Post
from weefsel.posts.testing import home_of

pytestmark = pytest.mark.django_db

IMPORTER = acting_job(Power.IMPORT)
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def home() -> Home:
    return home_of(make_community())


def bring(home: Home, *posts: ImportedPost, actor: Actor = IMPORTER) -> None:
    import_posts(actor, source="test", home_id=home.pk, posts=posts)


def said(key: str, author_id: int, thread_key: str = "") -> ImportedPost:
    return ImportedPost(key, author_id, AT, f"Words of {key}", thread_key=thread_key)


def test_posts_of_one_moment_get_ids_of_their_own_and_replies_stand_after_their_start(home: Home) -> None:
    author = make_person()
    bring(home, *(said(f"s{n}", author.pk) for n in range(20)), *(said(f"r{n}", author.pk, "s3") for n in range(20)))
    start = Post.objects.get(source_key="s3")
    replies = Post.objects.filter(thread=start)
    assert replies.count() == start.reply_count == 20
    assert all(reply.pk > start.pk for reply in replies)
    home.refresh_from_db()
    assert home.latest_id == Post.objects.filter(thread=None).latest("pk").pk


def test_an_id_that_stands_already_is_passed_over(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    author = make_person()
    monkeypatch.setattr(ids, "at", lambda _at, _sequence: 1_000)
    bring(home, said("first", author.pk), said("second", author.pk))
    bring(home, said("third", author.pk), said("answer", author.pk, "third"))
    assert sorted(Post.objects.values_list("pk", flat=True)) == [1_000, 1_001, 1_002, 1_003]
    assert Post.objects.get(source_key="answer").thread == Post.objects.get(source_key="third")


def test_what_says_to_come_from_the_future_came_now(home: Home) -> None:
    author = make_person()
    bring(home, ImportedPost("late", author.pk, datetime(2999, 1, 1, tzinfo=UTC), "Tomorrow"))
    assert Post.objects.get().published_at < datetime.now(tz=UTC)


def test_nobody_but_an_import_brings_posts_of_others(home: Home) -> None:
    author = make_person()
    with pytest.raises(NotAllowed):
        bring(home, said("s", author.pk), actor=actor_for(author))
