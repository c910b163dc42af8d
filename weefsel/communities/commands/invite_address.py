import secrets

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.communities.commands._invitations import check_domain, keep_invitation
from weefsel.communities.models import CommunityInvitation
from weefsel.communities.rules import may_invite, seen_community
from weefsel.communities.terms import hash_of
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Invalid, require


@transaction.atomic
def invite_address(actor: Actor, *, community_id: int, email: str) -> tuple[int, str]:
    """Invite whoever has an e-mail address, and return the id of the invitation and the secret of its link.

    The secret is kept nowhere. Only somebody signed in with this address can use it, once, within thirty days. An older
    invitation of the same address stops working. Refuses who is neither owner nor moderator; raises ``Invalid`` for no
    address, ``Conflict`` for one of an organisation with which the community is not shared. Audited.
    """
    community = seen_community(actor, community_id)
    require(
        may_invite(actor, community), _("Only owners and moderators invite, and nobody into an archived community.")
    )
    email = _checked(email)
    check_domain(community, email.rpartition("@")[2])
    token = secrets.token_urlsafe(24)
    older = CommunityInvitation.objects.filter(
        community=community, email=email, accepted_at=None, declined_at=None, withdrawn_at=None
    ).first()
    invitation = older or CommunityInvitation(community=community, email=email)
    invitation.token_hash = hash_of(token)
    keep_invitation(actor, invitation)
    return invitation.pk, token


def _checked(email: str) -> str:
    email = email.strip().lower()
    try:
        validate_email(email)
    except ValidationError as problem:
        raise Invalid(fields={"email": _("This is not an e-mail address.")}) from problem
    return email
