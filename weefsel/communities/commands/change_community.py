from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.communities.commands._members import held
from weefsel.communities.commands._slugs import free_slug, search_form
from weefsel.communities.events import CommunityChanged
from weefsel.communities.models import Community, FormerSlug
from weefsel.communities.rules import known_community, may_manage_community, may_open_community
from weefsel.communities.terms import NAME_MAX, PURPOSE_MAX, CommunityKind
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import Invalid, require
from weefsel.kernel.text import checked, one_line


@transaction.atomic
def change_community(
    actor: Actor, *, community_id: int, name: str, kind: str, purpose: str = "", language: str = "en"
) -> None:
    """Give a community another name, purpose, language or kind.

    Refuses everybody but its owners (a steward when none is left), and hiding it where the network leaves that to
    stewards. A new name keeps the address; what becomes hidden gets a random one, and what shows itself again one made
    of its name. Audited; announces ``CommunityChanged`` when name or kind changed. At most ten statements.
    """
    community = known_community(actor, community_id)
    require(may_manage_community(actor, community), _("Only its owners can change a community."))
    if kind not in CommunityKind.values:
        raise Invalid(fields={"kind": _("Choose one of the four kinds.")})
    if kind != community.kind:
        require(may_open_community(actor, kind), _("In this network only stewards make communities hidden."))
    name = checked("name", one_line(name), longest=NAME_MAX, required=True)
    purpose = checked("purpose", one_line(purpose), longest=PURPOSE_MAX)
    community = held(community)
    before = (community.name, community.kind)
    if CommunityKind.HIDDEN in {kind, community.kind} and kind != community.kind:
        FormerSlug.objects.create(community=community, slug=community.slug)
        community.slug = free_slug(slugify(name), kind=kind)
    community.name, community.kind, community.purpose, community.language = name, kind, purpose, language
    community.search_name = search_form(name)
    community.save(update_fields=["name", "search_name", "kind", "purpose", "language", "slug"])
    _tell(actor, community, before)


def _tell(actor: Actor, community: Community, before: tuple[str, str]) -> None:
    if before == (community.name, community.kind):
        return
    record(
        actor,
        "community_changed",
        thing="community",
        thing_id=community.pk,
        kind=community.kind,
        kind_before=before[1],
        is_renamed=before[0] != community.name,
    )
    announce(CommunityChanged(community_id=community.pk))
