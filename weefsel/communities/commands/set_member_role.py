from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.communities.commands._members import check_may_hold, held, other_owners
from weefsel.communities.events import RoleChanged
from weefsel.communities.models import Membership
from weefsel.communities.rules import may_manage_community, seen_membership
from weefsel.communities.terms import MemberRole
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import Conflict, Invalid, require


@transaction.atomic
def set_member_role(actor: Actor, *, community_id: int, person_id: int, role: str) -> None:
    """Make a member owner, moderator or member.

    Refuses everybody but the owners (a steward when none is left). Raises ``Conflict`` for the last owner, and for
    an owner from outside. Audited; announces ``RoleChanged``. At most ten statements.
    """
    membership = seen_membership(actor, community_id, person_id)
    require(may_manage_community(actor, membership.community), _("Only its owners give roles in a community."))
    if role not in MemberRole.values:
        raise Invalid(fields={"role": _("Choose owner, moderator or member.")})
    check_may_hold(membership.person, role)
    community = held(membership.community)
    if role != MemberRole.OWNER and not other_owners(community, person_id):
        raise Conflict(_("A community has at least one owner. Name another one first."))
    changed = Membership.objects.filter(pk=membership.pk).exclude(role=role).update(role=role)
    if changed:
        record(actor, "role_changed", thing="community", thing_id=community_id, person=person_id, role=str(role))
        announce(RoleChanged(community_id=community_id, person_id=person_id, by_id=actor.person_id))
