from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import NotFound
from weefsel.posts.models import Home
from weefsel.posts.rules import may_import_posts


def home_of_community(actor: Actor, community_id: int) -> int:
    """The home of a community, for importers. One statement."""
    if not may_import_posts(actor):
        raise NotFound
    return Home.objects.values_list("pk", flat=True).get(community_id=community_id)
