import secrets

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from weefsel.communities.commands._invitations import check_domain, keep_invitation
from weefsel.communities.models import Community, CommunityInvitation
from weefsel.communities.rules import may_invite, seen_community
from weefsel.communities.terms import hash_of, link_path
from weefsel.identity.commands.send_letter import send_letter
from weefsel.identity.letters.layout import Wording, as_html, as_text
from weefsel.kernel.actor import Actor, Power, acting_job
from weefsel.kernel.refusals import Invalid, require


@transaction.atomic
def invite_address(actor: Actor, *, community_id: int, email: str, base_url: str = "") -> tuple[int, str]:
    """Invite whoever has an e-mail address, and return the id of the invitation and the secret of its link.

    A letter with the link goes to the address; ``base_url`` is where this network is found. The secret is kept nowhere.
    Only somebody signed in with this address can use it, once, within thirty days. An older invitation of the same
    address stops working. Refuses who is neither owner nor moderator; raises ``Invalid`` for no address, ``Conflict``
    for one of an organisation with which the community is not shared. Audited.
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
    _write(actor, community, invitation, f"{(settings.BASE_URL or base_url).rstrip('/')}{link_path(token)}")
    return invitation.pk, token


def _write(actor: Actor, community: Community, invitation: CommunityInvitation, link: str) -> None:
    names = {"name": actor.name or _("A colleague"), "community": community.name}
    day = date_format(localtime(invitation.expires_at), "DATE_FORMAT")
    words = Wording(
        subject=_("%(name)s invites you to %(community)s") % names,
        before=(_("%(name)s invites you to the community %(community)s.") % names, community.purpose),
        after=(_("The link is for your address alone, and works until %(day)s.") % {"day": day},),
        link=link,
        link_label=_("Look at the invitation"),
    )
    send_letter(
        acting_job(Power.SEND_MAIL),
        recipient=invitation.email,
        subject=words.subject,
        body=as_text(words),
        html=as_html(words),
        purpose="community",
    )


def _checked(email: str) -> str:
    email = email.strip().lower()
    try:
        validate_email(email)
    except ValidationError as problem:
        raise Invalid(fields={"email": _("This is not an e-mail address.")}) from problem
    return email
