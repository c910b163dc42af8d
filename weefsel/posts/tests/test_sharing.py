"""When a community becomes shared, what stands there stays inside only, with all its replies."""

from weefsel.communities.commands.share_community import share_community
from weefsel.communities.models import Membership
from weefsel.posts.models import Post
from weefsel.posts.rules import visible_posts
from weefsel.posts.testing import make_post, make_reply
from weefsel.posts.tests.world import World, acts, home


def test_outsiders_read_what_is_written_from_then_on(world: World) -> None:
    place = world.community(owner=world.ann)
    before = make_post(world.ann, place, inside_only=False)
    share_community(
        acts(world.ann), community_id=place.pk, organisation_ids=[world.customer.pk], rules_of_engagement="Be fair."
    )
    place.refresh_from_db()
    Membership.objects.update(accepted_rules=place.rules_version)
    Membership.objects.create(community=place, person=world.cleo, accepted_rules=place.rules_version)
    answer = make_reply(world.ann, before)
    after = make_post(world.ann, place)
    assert before.inside_only
    assert answer.inside_only
    assert not after.inside_only
    assert list(Post.objects.filter(visible_posts(acts(world.cleo)))) == [after]
    assert home(place).latest_outside_id == after.pk
