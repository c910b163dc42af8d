from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.communities.commands._members import check_may_hold, held, other_owners
from weefsel.communities.events import MemberLeft, RoleChanged
from weefsel.communities.models import Community, Membership
from weefsel.communities.rules import belongs, known_community
from weefsel.communities.terms import MemberRole
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import Conflict, require


@transaction.atomic
def leave_community(actor: Actor, *, community_id: int, successor_id: int | None = None) -> None:
    """End the actor's membership. What they wrote stays theirs.

    Refuses who is no member. Raises ``Conflict`` when the actor is the last owner and names no successor among the
    members, unless the community is archived. Two last owners who leave at once: the second is asked to name somebody.
    Audited; announces ``MemberLeft`` (and ``RoleChanged`` for the successor). At most ten statements.
    """
    community = known_community(actor, community_id)
    require(belongs(actor, community), _("You are not a member of this community."))
    community = held(community)
    mine = Membership.objects.filter(community=community, person_id=actor.person_id or 0).first()
    if mine is None:  # left through another door meanwhile
        return
    if mine.role == MemberRole.OWNER and not other_owners(community, mine.person_id):
        if successor_id is not None:
            _name_owner(actor, community, successor_id)
        elif community.archived_at is None:
            raise Conflict(_("You are its only owner. Name another member as owner first, or archive the community."))
    mine.delete()
    record(actor, "member_left", thing="community", thing_id=community.pk, person=actor.person_id)
    announce(MemberLeft(community_id=community.pk, person_id=actor.person_id or 0))


def _name_owner(actor: Actor, community: Community, person_id: int) -> None:
    members = Membership.objects.select_related("person__organisation").exclude(person_id=actor.person_id or 0)
    successor = members.filter(community=community, person_id=person_id).first()
    if successor is None:
        raise Conflict(_("Only another member can become the owner."))
    check_may_hold(successor.person, MemberRole.OWNER)
    successor.role = MemberRole.OWNER
    successor.save(update_fields=["role"])
    record(
        actor, "role_changed", thing="community", thing_id=community.pk, person=person_id, role=MemberRole.OWNER.value
    )
    announce(RoleChanged(community_id=community.pk, person_id=person_id, by_id=actor.person_id))
