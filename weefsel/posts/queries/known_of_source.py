from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import NotFound
from weefsel.posts.models import Post
from weefsel.posts.rules import may_import_posts


def known_of_source(actor: Actor, *, source: str, keys: set[str]) -> set[str]:
    """Which of these posts came in before, for importers. One statement."""
    if not may_import_posts(actor):
        raise NotFound
    return set(Post.objects.filter(source=source, source_key__in=keys).values_list("source_key", flat=True))
