from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.communities.commands._members import held, other_owners
from weefsel.communities.events import OwnerLost
from weefsel.communities.models import Membership
from weefsel.communities.rules import may_pass_on_ownerships
from weefsel.communities.terms import MemberRole
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import require
from weefsel.people.rules import known_person


@transaction.atomic
def pass_on_ownerships(actor: Actor, *, person_id: int) -> int:
    """Follow somebody's leaving: say how many communities lost their last owner.

    Where other owners are left nothing changes. The membership of who left stays written down, but no longer counts: a
    mistake in the list of people takes nobody's place away. Refuses everybody but the job that follows a leaving, and
    stewards. Announces ``OwnerLost``; two statements for each community, and two more.
    """
    person = known_person(actor, person_id)
    require(may_pass_on_ownerships(actor), _("Only stewards follow somebody's leaving."))
    if person.left_on is None:
        return 0
    lost = 0
    owned = Membership.objects.select_related("community").filter(
        person=person, role=MemberRole.OWNER, community__archived_at=None
    )
    for membership in owned.order_by("community_id"):
        community = held(membership.community)
        if other_owners(community, person.pk):
            continue
        record(actor, "last_owner_left", thing="community", thing_id=community.pk, person=person.pk)
        announce(OwnerLost(community_id=community.pk, person_id=person.pk))
        lost += 1
    return lost
