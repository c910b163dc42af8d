from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.communities.events import CommunityChanged
from weefsel.communities.models import Community
from weefsel.communities.rules import known_community, may_manage_community
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import require


@transaction.atomic
def archive_community(actor: Actor, *, community_id: int) -> None:
    """Close a community for writing; everybody who reads it goes on reading. Archiving twice is archiving once.

    Refuses everybody but its owners (a steward when none is left). Audited; announces ``CommunityChanged``.
    """
    community = known_community(actor, community_id)
    require(may_manage_community(actor, community), _("Only its owners can archive a community."))
    if Community.objects.filter(pk=community.pk, archived_at=None).update(archived_at=clock.now()):
        record(actor, "community_archived", thing="community", thing_id=community.pk)
        announce(CommunityChanged(community_id=community.pk))
