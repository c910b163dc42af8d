"""What is asked for while somebody types shows nothing that they may not see."""

from weefsel.posts.models import Mention, Post
from weefsel.posts.testing import make_post
from weefsel.posts.tests.world import World, browser_of, home


def suggested(world: World, handle: str, call: str) -> list[str]:
    found = browser_of(world.person(handle)).get("/posts/suggest/", {"q": call})
    return [item["insert"] for item in found.json()]


def test_people_are_found_by_name_and_handle(world: World) -> None:
    dan = world.person("dan.peeters")
    dan.name, dan.search_name, dan.site = "Dan Peeters", "dan peeters", "Gent"
    dan.save()
    for call in ("@da", "@Peet", "@dan.p", "@dan pee"):
        assert suggested(world, "ann", call) == ["@dan.peeters"]
    found = browser_of(world.ann).get("/posts/suggest/", {"q": "@dan"}).json()
    assert found == [{"insert": "@dan.peeters", "label": "Dan Peeters", "detail": "Gent"}]


def test_an_outsider_finds_only_whom_they_see(world: World) -> None:
    world.shared(world.ann, world.cleo)
    world.person("anton")
    assert suggested(world, "cleo", "@an") == ["@ann"]


def test_communities_and_topics_that_one_does_not_read_are_not_suggested(world: World) -> None:
    hidden = world.community(world.ann, kind="hidden", name="Restart")
    make_post(world.ann, hidden, "#restart")
    make_post(world.ann, body="#rest")
    assert suggested(world, "bob", "@Rest") == []
    assert suggested(world, "ann", "@Rest") == [f"@{hidden.slug}"]
    assert suggested(world, "bob", "#rest") == ["#rest"]
    assert suggested(world, "ann", "#Rest") == ["#rest", "#restart"]


def test_what_calls_nothing_finds_nothing(world: World) -> None:
    for call in ("", "@", "#", "ann", "#!", "@ ", "@" * 500):
        assert suggested(world, "ann", call) == []


def test_the_preview_reads_as_the_post_will(world: World) -> None:
    world.person("bob")
    hidden = world.community(world.ann, kind="hidden")
    sent = {"home": home(world.ann).pk, "body": f"**Hi** @bob #dock @{hidden.slug} <script>"}
    page = browser_of(world.ann).post("/posts/preview/", sent).content.decode()
    assert "<strong>Hi</strong>" in page
    assert ">@Bob</a>" in page
    assert 'href="/topics/dock/"' in page
    assert f"@{hidden.slug} &lt;script&gt;" in page
    assert not Post.objects.exists()
    assert not Mention.objects.exists()


def test_the_preview_of_a_reply_has_its_threads_audience(world: World) -> None:
    place = world.shared(world.ann, world.cleo)
    open_one = world.community()
    thread = make_post(world.ann, place)
    sent = {"thread": thread.pk, "body": f"@{open_one.slug} @{place.slug}"}
    page = browser_of(world.ann).post("/posts/preview/", sent).content.decode()
    assert page.count("<a ") == 1


def test_there_is_no_preview_for_what_one_does_not_read(world: World) -> None:
    hidden = world.community(world.ann, kind="hidden")
    thread = make_post(world.ann, hidden)
    browser = browser_of(world.bob)
    for place in ({"home": home(hidden).pk}, {"thread": thread.pk}, {}):
        assert browser.post("/posts/preview/", {"body": "a", **place}).status_code == 404
    assert browser.post("/posts/preview/", {"body": "x" * 100_000, "home": home(world.bob).pk}).status_code == 422
