from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.communities.commands._members import held, other_owners
from weefsel.communities.events import MemberLeft
from weefsel.communities.models import Membership
from weefsel.communities.rules import may_remove_member, seen_membership
from weefsel.communities.terms import MemberRole
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import Conflict, require


@transaction.atomic
def remove_member(actor: Actor, *, community_id: int, person_id: int) -> None:
    """Take a member out; what they wrote stays. Moderators take out members, owners everybody but themselves.

    Refuses everybody else. Raises ``Conflict`` for the last owner. Audited; announces ``MemberLeft``.
    """
    membership = seen_membership(actor, community_id, person_id)
    require(
        may_remove_member(actor, membership), _("Moderators take members out, owners everybody; oneself one leaves.")
    )
    community = held(membership.community)
    now = Membership.objects.filter(pk=membership.pk).first()
    if now is None:  # gone meanwhile
        return
    require(now.role == membership.role or may_remove_member(actor, now), _("This member got another role meanwhile."))
    if now.role == MemberRole.OWNER and not other_owners(community, person_id):
        raise Conflict(_("A community has at least one owner. Name another one first."))
    now.delete()
    record(actor, "member_removed", thing="community", thing_id=community_id, person=person_id)
    announce(MemberLeft(community_id=community_id, person_id=person_id))
