from django.db import IntegrityError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.communities.commands._members import admit
from weefsel.communities.commands._slugs import free_slug, search_form
from weefsel.communities.events import CommunityOpened
from weefsel.communities.models import Charter, Community
from weefsel.communities.rules import may_open_community
from weefsel.communities.terms import CHARTER_MAX, NAME_MAX, PURPOSE_MAX, CommunityKind, MemberRole
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import Invalid, require
from weefsel.kernel.text import checked, one_line


@transaction.atomic
def open_community(
    actor: Actor, *, name: str, kind: str, purpose: str = "", language: str = "en", charter: str = ""
) -> int:
    """Open a community of which the actor is the owner, and return its id.

    Refuses externals, and hidden ones where the network leaves those to stewards. Raises ``Invalid`` for an empty
    or too long name. Audited; announces ``CommunityOpened`` and ``MemberJoined``. About eight statements.
    """
    require(may_open_community(actor, kind), _("Only colleagues can open a community, and hidden ones only stewards."))
    if kind not in CommunityKind.values:
        raise Invalid(fields={"kind": _("Choose one of the four kinds.")})
    name = checked("name", one_line(name), longest=NAME_MAX, required=True)
    purpose = checked("purpose", one_line(purpose), longest=PURPOSE_MAX)
    charter = checked("charter", charter, longest=CHARTER_MAX)
    community = _with_free_slug(
        Community(
            name=name,
            search_name=search_form(name),
            kind=kind,
            purpose=purpose,
            language=language,
            opened_by_id=actor.person_id,
        )
    )
    if charter:
        Charter.objects.create(community=community, number=1, text=charter, written_by_id=actor.person_id)
    record(actor, "community_opened", thing="community", thing_id=community.pk, kind=kind)
    announce(CommunityOpened(community_id=community.pk))
    if actor.person_id is not None:
        admit(actor, community, actor.person_id, role=MemberRole.OWNER, way="opened")
    return community.pk


def _with_free_slug(community: Community) -> Community:
    """Keep the community under the first free slug; when somebody takes that one meanwhile, under a random one."""
    community.slug = free_slug(slugify(community.name), kind=community.kind)
    try:
        with transaction.atomic():
            community.save(force_insert=True)
    except IntegrityError:
        community.slug = free_slug("", kind=CommunityKind.HIDDEN)
        community.save(force_insert=True)
    return community
