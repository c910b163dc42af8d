"""What several ways of inviting share."""

from datetime import timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.communities.events import InvitationClosed, MemberInvited
from weefsel.communities.models import Community, CommunityInvitation, Membership, SharedWith
from weefsel.communities.terms import INVITATION_LASTS
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import Conflict
from weefsel.people.models import OrganisationDomain, Person
from weefsel.people.terms import OrganisationKind, PersonKind


def check_may_be_invited(community: Community, person: Person) -> None:
    """Raise ``Conflict`` when this person cannot be invited. At most four statements.

    That is a member, somebody who has left or declined lately, or somebody with whose organisation it is not shared.
    """
    if person.left_on is not None or person.kind != PersonKind.ORDINARY:
        raise Conflict(_("%(name)s cannot be invited: there is nobody to answer.") % {"name": person.name})
    if Membership.objects.filter(community=community, person=person).exists():
        raise Conflict(_("%(name)s is a member already.") % {"name": person.name})
    _check_organisation(community, person.organisation_id, is_home=person.organisation.kind == OrganisationKind.HOME)
    recently = clock.now() - INVITATION_LASTS
    if CommunityInvitation.objects.filter(community=community, person=person, declined_at__gt=recently).exists():
        raise Conflict(_("%(name)s declined an invitation lately, and is not asked twice.") % {"name": person.name})


def check_domain(community: Community, domain: str) -> None:
    """Raise ``Conflict`` when this e-mail domain belongs to nobody with whom the community is shared."""
    found = OrganisationDomain.objects.select_related("organisation").filter(domain__iexact=domain).first()
    if found is None:
        raise Conflict(_("No organisation of this network has the domain %(domain)s.") % {"domain": domain})
    is_home = found.organisation.kind == OrganisationKind.HOME
    _check_organisation(community, found.organisation_id, is_home=is_home)


def _check_organisation(community: Community, organisation_id: int, *, is_home: bool) -> None:
    if is_home or SharedWith.objects.filter(community=community, organisation_id=organisation_id).exists():
        return
    raise Conflict(_("Share this community with that organisation first; then its people can be invited."))


def keep_invitation(actor: Actor, invitation: CommunityInvitation, *, lasts: timedelta = INVITATION_LASTS) -> None:
    """Write a new invitation, or an old one anew from today; audit and announce it. Three statements."""
    invitation.invited_by_id = actor.person_id or 0
    invitation.created_at = clock.now()
    invitation.expires_at = clock.now() + lasts
    invitation.save()
    facts = {"invitation": invitation.pk, "person": invitation.person_id, "domain": invitation.domain}
    record(actor, "member_invited", thing="community", thing_id=invitation.community_id, **facts)
    announce(MemberInvited(invitation_id=invitation.pk))


def close_invitation(invitation: CommunityInvitation, field: str) -> bool:
    """End an open invitation by setting ``field`` to now, and say whether it was open. One statement; announces it."""
    is_open = Q(accepted_at=None, declined_at=None, withdrawn_at=None)
    closed = CommunityInvitation.objects.filter(is_open, pk=invitation.pk).update(**{field: clock.now()})
    if closed:
        announce(InvitationClosed(invitation_id=invitation.pk))
    return closed > 0
