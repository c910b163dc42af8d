import re
import secrets
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.communities.commands._invitations import check_domain, keep_invitation
from weefsel.communities.models import CommunityInvitation
from weefsel.communities.rules import may_invite, seen_community
from weefsel.communities.terms import INVITATION_LASTS, INVITATION_USES_MAX, hash_of
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Invalid, require

_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+", re.IGNORECASE)


@transaction.atomic
def invite_domain(
    actor: Actor, *, community_id: int, domain: str, uses: int = 20, days: int = INVITATION_LASTS.days
) -> tuple[int, str]:
    """Make a link for everybody with an address of one domain; return the invitation's id and the link's secret.

    It lets in ``uses`` people within ``days``. Refuses who is neither owner nor moderator; raises ``Invalid`` for no
    domain or a limit out of bounds, ``Conflict`` for a domain of an organisation with which the community is not
    shared. Audited.
    """
    community = seen_community(actor, community_id)
    require(
        may_invite(actor, community), _("Only owners and moderators invite, and nobody into an archived community.")
    )
    domain = domain.strip().lower().removeprefix("@")
    if not _DOMAIN.fullmatch(domain):
        raise Invalid(fields={"domain": _("Write the part behind the @, such as example.org.")})
    if not 1 <= uses <= INVITATION_USES_MAX:
        raise Invalid(
            fields={"uses": _("A link lets in between 1 and %(most)s people.") % {"most": INVITATION_USES_MAX}}
        )
    if not 1 <= days <= INVITATION_LASTS.days:
        raise Invalid(fields={"days": _("A link lasts between 1 and %(most)s days.") % {"most": INVITATION_LASTS.days}})
    check_domain(community, domain)
    token = secrets.token_urlsafe(24)
    invitation = CommunityInvitation(community=community, domain=domain, token_hash=hash_of(token), uses_left=uses)
    keep_invitation(actor, invitation, lasts=timedelta(days=days))
    return invitation.pk, token
