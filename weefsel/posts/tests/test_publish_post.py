"""Publishing starts a thread in a home, once, for whom its home is."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from weefsel.kernel.clock import now
from weefsel.kernel.ids import IdMaker, ids, moment_of
from weefsel.kernel.refusals import Conflict, Invalid, NotAllowed, NotFound
from weefsel.kernel.testing import statements
from weefsel.posts import events
from weefsel.posts.commands import publish_post as room
from weefsel.posts.commands.publish_post import publish_post
from weefsel.posts.models import Draft, Mention, Post, ThreadFollow, Topic
from weefsel.posts.terms import BODY_MAX, MENTIONS_MAX, RENDERER_VERSION
from weefsel.posts.testing import make_post
from weefsel.posts.tests.world import World, acts, home


def publish(world: World, **values: Any) -> Post:
    given: dict[str, Any] = {"home_id": home(world.ann).pk, "body": "Dock 3 is **open**.", **values}
    return Post.objects.get(pk=publish_post(acts(world.ann), **given))


def test_a_post_stands_with_its_words_drawn(world: World) -> None:
    post = publish(world)
    assert (post.author, post.kind, post.body, post.thread_id) == (world.ann, "update", "Dock 3 is **open**.", None)
    assert post.html == "<p>Dock 3 is <strong>open</strong>.</p>\n"
    assert post.renderer == RENDERER_VERSION
    assert abs((moment_of(post.pk) - post.published_at).total_seconds()) < 5


def test_the_home_knows_its_newest(world: World) -> None:
    first, second = publish(world), publish(world)
    place = home(world.ann)
    assert first.pk < second.pk == place.latest_id
    assert place.latest_outside_id == 0


def test_ids_rise_above_what_stood_before_this_process(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    ahead = ids.next() + (1 << 60)
    Post.objects.create(
        id=ahead, author=world.ann, home=home(world.ann), kind="update", body="From a clock ahead.", published_at=now()
    )
    monkeypatch.setattr("weefsel.posts.commands._rows._is_seeded", False)
    monkeypatch.setattr("weefsel.posts.commands._rows.ids", IdMaker())
    assert publish(world).pk > ahead


@pytest.mark.parametrize("wished", [True, False])
def test_what_stands_in_no_shared_community_is_inside_only(world: World, wished: bool) -> None:
    place = world.community(world.ann)
    assert make_post(world.ann, place, inside_only=wished).inside_only
    assert make_post(world.ann, inside_only=wished).inside_only


def test_in_a_shared_community_the_author_chooses_and_both_eyes_have_their_newest(world: World) -> None:
    place = world.shared(world.ann, world.cleo)
    outside = make_post(world.ann, place)
    inside = make_post(world.ann, place, inside_only=True)
    assert (outside.inside_only, inside.inside_only) == (False, True)
    assert (home(place).latest_id, home(place).latest_outside_id) == (inside.pk, outside.pk)


def test_an_outsider_never_writes_inside_only(world: World) -> None:
    place = world.shared(world.ann, world.cleo)
    assert not make_post(world.cleo, place, inside_only=True).inside_only


def test_members_alone_publish_in_a_community(world: World) -> None:
    place = world.community(world.ann)
    with pytest.raises(NotAllowed, match="Only members"):
        make_post(world.bob, place)


def test_nobody_publishes_on_another_storyline(world: World) -> None:
    with pytest.raises(NotAllowed, match="somebody else"):
        make_post(world.bob, world.ann)


def test_a_home_that_one_does_not_read_does_not_exist(world: World) -> None:
    hidden = world.community(world.ann, kind="hidden")
    with pytest.raises(NotFound):
        make_post(world.bob, hidden)
    with pytest.raises(NotFound):
        make_post(world.cleo, world.ann)
    with pytest.raises(NotFound):
        publish(world, home_id=0)


def test_announcements_are_for_owners_and_have_a_title(world: World) -> None:
    place = world.community(world.bob, owner=world.ann)
    assert make_post(world.ann, place, kind="announcement", title="  New\nshift  plan ").title == "New shift plan"
    with pytest.raises(Invalid) as refused:
        make_post(world.ann, place, kind="announcement")
    assert list(refused.value.fields) == ["title"]
    with pytest.raises(NotAllowed, match="owners and moderators"):
        make_post(world.bob, place, kind="announcement", title="Mine")
    with pytest.raises(NotAllowed, match="no such kind"):
        make_post(world.ann, place, kind="poem")


def test_an_update_has_no_title(world: World) -> None:
    assert publish(world, title="Ignored").title == ""


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (" \n ", "Write something"),
        ("\x00\u202e", "Write something"),
        ("a" * (BODY_MAX + 1), "Nothing was lost"),
        ("x" * 1_000_000, "Nothing was lost"),
        ("@a " * 10_000, "10000 people"),
    ],
)
def test_words_that_cannot_be_taken_are_refused_with_a_sentence(world: World, body: str, said: str) -> None:
    with pytest.raises(Invalid) as refused:
        publish(world, body=body)
    assert said in str(refused.value.fields["body"])
    assert not Post.objects.exists()


def test_control_characters_are_left_out(world: World) -> None:
    assert publish(world, body="a\x00b\u202ec\r\nd").body == "abc\nd"


def test_too_many_people_are_refused(world: World) -> None:
    handles = [f"p{n}" for n in range(MENTIONS_MAX + 1)]
    for handle in handles:
        world.person(handle)
    with pytest.raises(Invalid) as refused:
        publish(world, body=" ".join(f"@{handle}" for handle in handles))
    assert "51 people" in str(refused.value.fields["body"])


def test_what_it_names_is_noted_and_announced(world: World, announced: list[object]) -> None:
    bob = world.bob
    post = publish(world, body="@bob @BOB @ann #Weft-bars #weft-bars")
    assert set(post.mentions.values_list("person_id", flat=True)) == {bob.pk, world.ann.pk}
    assert list(Topic.objects.values_list("name", "shown")) == [("weft-bars", "Weft-bars")]
    assert announced == [
        events.PostPublished(post_id=post.pk, home_id=post.home_id, author_id=world.ann.pk),
        events.PersonMentioned(post_id=post.pk, person_id=bob.pk),
    ]
    again = publish(world, body="#WEFT-BARS")
    assert again.topics.get().topic == post.topics.get().topic


def test_an_outsider_calls_only_whom_they_see(world: World) -> None:
    world.person("dan")
    place = world.shared(world.ann, world.cleo)
    post = make_post(world.cleo, place, "@ann @dan")
    assert list(post.mentions.values_list("person__handle", flat=True)) == ["ann"]
    assert "@dan" in post.html
    quiet = world.shared(world.bob, world.cleo, shows_members=False)
    assert not make_post(world.cleo, quiet, "@bob").mentions.exists()


def test_a_colleague_outside_the_community_may_be_called_where_outsiders_read(world: World) -> None:
    world.person("dan")
    post = make_post(world.ann, world.shared(world.ann, world.cleo), "@dan")
    assert post.mentions.get().person == world.person("dan")


def test_a_community_is_linked_where_every_reader_may_see_it(world: World) -> None:
    open_one = world.community(world.ann)
    request = world.community(kind="on_request")
    hidden = world.community(world.ann, kind="hidden")
    invited = world.community(world.ann, kind="invite_only")
    text = " ".join(f"@{c.slug}" for c in (open_one, request, hidden, invited))

    def named_in(place: object) -> set[object]:
        post = make_post(world.ann, place, text)  # type: ignore[arg-type]
        rows = Mention.objects.filter(post=post).values_list("community_id", flat=True)
        assert post.html.count("<a ") == len(rows)
        return set(rows)

    assert named_in(world.ann) == {open_one.pk, request.pk}
    assert named_in(open_one) == {open_one.pk, request.pk}
    assert named_in(hidden) == {open_one.pk, request.pk, hidden.pk}
    assert named_in(world.shared(world.ann, world.cleo)) == set()


def test_the_same_form_sent_twice_makes_one_post(world: World) -> None:
    first = publish(world, form_key="key-of-a-form")
    assert publish(world, form_key="key-of-a-form") == first
    other = publish(world, form_key="key-of-a-form", body="Other words, from the page that was gone back to.")
    assert other != first
    assert publish(world) != publish(world)


def test_a_form_sent_twice_at_once_makes_one_post(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_now: Any = room._publish

    def both(*given: Any, **named: Any) -> int:
        monkeypatch.setattr(room, "_publish", publish_now)
        publish_now(*given, **named)
        return int(publish_now(*given, **named))

    monkeypatch.setattr(room, "_publish", both)
    post = publish(world, form_key="key-of-a-form")
    assert Post.objects.get() == post


def test_one_follows_what_one_starts_and_its_draft_is_gone(world: World) -> None:
    place = home(world.ann)
    Draft.objects.create(person=world.ann, place=f"home:{place.pk}", body="half")
    Draft.objects.create(person=world.ann, place="home:0", body="half", form_key="key-of-a-form")
    kept = Draft.objects.create(person=world.ann, place="thread:1", body="other")
    post = publish(world, form_key="key-of-a-form")
    assert list(Draft.objects.all()) == [kept]
    assert ThreadFollow.objects.get(thread=post).person == world.ann


def test_a_community_archived_meanwhile_takes_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    place = world.community(world.ann)
    written = room.written  # type: ignore[attr-defined]

    def archive(*given: Any, **named: Any) -> object:
        type(place).objects.filter(pk=place.pk).update(archived_at=timezone.now())
        return written(*given, **named)

    monkeypatch.setattr(room, "written", archive)
    with pytest.raises(Conflict, match="archived"):
        make_post(world.ann, place)
    assert not Post.objects.exists()
    with pytest.raises(NotAllowed, match="archived"):
        make_post(world.ann, place)


def test_it_costs_no_more_statements_than_promised(world: World) -> None:
    ann = acts(world.ann)
    given: dict[str, Any] = {"home_id": home(world.ann).pk, "body": "plain"}
    world.person("bob")
    publish_post(ann, **given)
    assert asked(lambda: publish_post(ann, **given)) == 5
    assert asked(lambda: publish_post(ann, **{**given, "body": "@bob #a #b #c"})) <= 5 + 1 + 5


def asked(deed: Callable[[], object]) -> int:
    """Statements of a deed, those that others enqueue jobs with left out."""
    with statements() as count:
        deed()
    return len([sql for sql in count.sql if "django_tasks" not in sql])
