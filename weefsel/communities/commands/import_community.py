from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.communities.commands._slugs import free_slug, search_form
from weefsel.communities.events import CommunityOpened, CommunityShared, MemberJoined
from weefsel.communities.models import Charter, Community, Membership, SharedWith
from weefsel.communities.rules import may_import_communities
from weefsel.communities.terms import CHARTER_MAX, NAME_MAX, PURPOSE_MAX, CommunityForm, MemberRole
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import require
from weefsel.kernel.text import one_line, plain


@dataclass(frozen=True, slots=True)
class ImportedCommunity:
    """A community an archive knows. ``members`` maps person ids to roles; it is shared with ``organisations``."""

    source: str
    source_key: str
    name: str
    kind: str
    opened_at: datetime
    purpose: str = ""
    charter: str = ""
    rules_of_engagement: str = ""
    language: str = "en"
    form: str = CommunityForm.COMMUNITY
    begins_on: date | None = None
    ends_on: date | None = None
    is_archived: bool = False
    organisations: tuple[int, ...] = ()
    members: Mapping[int, str] = field(default_factory=dict)


@transaction.atomic
def import_community(actor: Actor, *, community: ImportedCommunity) -> tuple[int, bool]:
    """Open the community an archive speaks of unless it was opened before; return its id and whether it is new.

    Members that are missing join (with the rules of engagement accepted, as the archive's agreement); nobody is taken
    out, and nothing that people changed here is overwritten. Audited. About eight statements, however many members.
    """
    require(may_import_communities(actor), _("Communities are imported by a job or a command."))
    found = Community.objects.filter(source=community.source, source_key=community.source_key).first()
    opened = found or _open(actor, community)
    known = set(Membership.objects.filter(community=opened).values_list("person_id", flat=True))
    joining = [
        Membership(
            community=opened,
            person_id=person_id,
            role=role,
            accepted_rules=opened.rules_version,
            accepted_at=clock.now() if opened.rules_version else None,
            since=community.opened_at,
        )
        for person_id, role in community.members.items()
        if person_id not in known
    ]
    Membership.objects.bulk_create(joining)
    for membership in joining:
        announce(MemberJoined(community_id=opened.pk, person_id=membership.person_id))
    return opened.pk, found is None


def _open(actor: Actor, community: ImportedCommunity) -> Community:
    owner = next((p for p, role in community.members.items() if role == MemberRole.OWNER), None)
    opened = Community.objects.create(
        slug=free_slug(slugify(community.name), kind=community.kind),
        name=one_line(community.name)[:NAME_MAX],
        search_name=search_form(one_line(community.name)[:NAME_MAX]),
        kind=community.kind,
        form=community.form,
        purpose=one_line(community.purpose)[:PURPOSE_MAX],
        language=community.language,
        is_shared=bool(community.organisations),
        rules_version=1 if community.rules_of_engagement else 0,
        begins_on=community.begins_on,
        ends_on=community.ends_on,
        archived_at=clock.now() if community.is_archived else None,
        opened_by_id=owner,
        opened_at=community.opened_at,
        source=community.source,
        source_key=community.source_key,
    )
    if community.charter or community.rules_of_engagement:
        Charter.objects.create(
            community=opened,
            number=1,
            text=plain(community.charter)[:CHARTER_MAX],
            rules_of_engagement=plain(community.rules_of_engagement)[:CHARTER_MAX],
            written_by_id=owner,
            written_at=community.opened_at,
        )
    SharedWith.objects.bulk_create([SharedWith(community=opened, organisation_id=o) for o in community.organisations])
    record(actor, "community_imported", thing="community", thing_id=opened.pk, source=community.source)
    announce(CommunityOpened(community_id=opened.pk))
    if community.organisations:
        announce(CommunityShared(community_id=opened.pk))
    return opened
