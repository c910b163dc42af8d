from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.communities.commands._members import admit, held, not_archived
from weefsel.communities.rules import known_community, may_join
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require


@transaction.atomic
def join_community(actor: Actor, *, community_id: int, accepted_rules: int = 0) -> None:
    """Make the actor a member of an open community; joining twice is joining once.

    ``accepted_rules`` is the version of its rules of engagement that they saw and accept. Refuses externals and every
    other kind of community; raises ``Conflict`` for an archived one. Audited; announces ``MemberJoined``.
    Six statements.
    """
    community = known_community(actor, community_id)
    require(
        may_join(actor, community) or (actor.is_employee and community.archived_at is not None),
        _("One joins this community by a request or an invitation."),
    )
    community = not_archived(held(community))
    require(may_join(actor, community), _("One joins this community by a request or an invitation."))
    admit(actor, community, actor.person_id or 0, accepted_rules=accepted_rules)
