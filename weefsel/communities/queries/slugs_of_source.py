from weefsel.communities.models import Community
from weefsel.communities.rules import may_import_communities
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import NotFound


def slugs_of_source(actor: Actor, *, source: str) -> dict[str, str]:
    """The slugs of what an importer brought, by source key. One statement. For importers alone."""
    if not may_import_communities(actor):
        raise NotFound
    return dict(Community.objects.filter(source=source).values_list("source_key", "slug"))
