"""Whatever is done in whatever order, each home knows its newest post and each thread its replies."""

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from weefsel.communities.models import Community
from weefsel.posts.commands.delete_post import delete_post
from weefsel.posts.commands.remove_post import remove_post
from weefsel.posts.models import Home, Post
from weefsel.posts.testing import make_post, make_reply
from weefsel.posts.tests.world import World, acts, home

STEP = st.tuples(st.sampled_from(["post", "inside", "outsider", "reply", "delete", "remove"]), st.integers(0, 20))


class CountsHold(TestCase):
    @given(st.lists(STEP, max_size=25))
    def test_after_any_sequence_of_deeds(self, steps: list[tuple[str, int]]) -> None:
        world = World()
        place = world.shared(world.cleo, owner=world.ann)
        for deed, which in steps:
            do(world, place, deed, which)
            assert_counts_hold(home(place))


def do(world: World, place: Community, deed: str, which: int) -> None:
    standing = list(Post.objects.filter(deleted_at=None).order_by("id").select_related("author__organisation"))
    starts = [post for post in standing if post.thread_id is None]
    if deed in {"post", "inside"}:
        make_post(world.ann, place, inside_only=deed == "inside")
    elif deed == "outsider":
        make_post(world.cleo, place)
    elif deed == "reply" and starts:
        make_reply(world.ann, starts[which % len(starts)])
    elif deed == "delete" and standing:
        post = standing[which % len(standing)]
        delete_post(acts(post.author), post_id=post.pk)
    elif deed == "remove" and standing:
        remove_post(acts(world.ann), post_id=standing[which % len(standing)].pk, reason="Twice.")


def assert_counts_hold(place: Home) -> None:
    starts = Post.objects.filter(home=place, thread=None, deleted_at=None).order_by("-id")
    assert place.latest_id == (starts.values_list("pk", flat=True).first() or 0)
    outside = starts.filter(inside_only=False)
    assert place.latest_outside_id == (outside.values_list("pk", flat=True).first() or 0)
    for thread in Post.objects.filter(home=place, thread=None):
        assert thread.reply_count == Post.objects.filter(thread=thread, deleted_at=None).count()
