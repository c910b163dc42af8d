"""What several deeds about members share."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.communities.events import JoinDecided, MemberJoined
from weefsel.communities.models import Community, JoinRequest, Membership
from weefsel.communities.terms import MemberRole, RequestOutcome
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import Conflict
from weefsel.people.models import Person


def held(community: Community) -> Community:
    """The community as it stands now, held until the transaction ends: who else changes it waits. One statement."""
    return Community.objects.select_for_update().get(pk=community.pk)


def not_archived(community: Community) -> Community:
    """The community, if it is not archived. Raises ``Conflict`` otherwise."""
    if community.archived_at is not None:
        raise Conflict(_("This community is archived. Its owner can reopen it."))
    return community


def admit(
    actor: Actor,
    community: Community,
    person_id: int,
    *,
    role: str = MemberRole.MEMBER,
    accepted_rules: int = 0,
    way: str = "joined",
) -> bool:
    """Make the person a member and say whether they were not before. Their open request is answered by it. Audited.

    ``accepted_rules`` counts only if it is the version that is in force: nobody accepts what they have not seen.
    """
    has_accepted = community.rules_version > 0 and accepted_rules == community.rules_version
    try:
        with transaction.atomic():
            Membership.objects.create(
                community=community,
                person_id=person_id,
                role=role,
                accepted_rules=accepted_rules if has_accepted else 0,
                accepted_at=clock.now() if has_accepted else None,
            )
    except IntegrityError:  # a member already: joining twice is joining once
        return False
    _answer_requests(actor, community, person_id)
    record(actor, "member_joined", thing="community", thing_id=community.pk, person=person_id, role=role, way=way)
    announce(MemberJoined(community_id=community.pk, person_id=person_id))
    return True


def _answer_requests(actor: Actor, community: Community, person_id: int) -> None:
    """Nobody has to decide any more about somebody who is in."""
    waiting = JoinRequest.objects.filter(community=community, person_id=person_id, outcome=RequestOutcome.OPEN)
    for request_id in list(waiting.values_list("pk", flat=True)):
        JoinRequest.objects.filter(pk=request_id).update(
            outcome=RequestOutcome.APPROVED, decided_by_id=actor.person_id, decided_at=clock.now()
        )
        announce(JoinDecided(join_request_id=request_id))


def other_owners(community: Community, person_id: int) -> bool:
    """Whether an owner besides this person is left. One statement; true for good only while the community is held."""
    owners = Membership.objects.filter(community=community, role=MemberRole.OWNER, person__left_on=None)
    return owners.exclude(person_id=person_id).exists()


def check_may_hold(person: Person, role: str) -> None:
    """Raise ``Conflict`` when the person cannot have the role: only colleagues who are still here own a community."""
    if role == MemberRole.OWNER and (person.organisation.kind != "home" or person.left_on is not None):
        raise Conflict(_("Only colleagues who are still here can own a community."))
