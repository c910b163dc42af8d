from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.communities.models import CommunityInvitation
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import require
from weefsel.notices.commands._receivers import receivers, tell
from weefsel.notices.models import Notice
from weefsel.notices.rules import may_notify
from weefsel.notices.terms import Kind


@transaction.atomic
def tell_of_invitation(actor: Actor, *, invitation_id: int) -> int:
    """Tell somebody that they are invited to a community; say how many were told. Safe to do twice.

    An invitation that had expired and is written anew tells again. Refuses everybody but the jobs. Five statements.
    """
    require(may_notify(actor), _("Only jobs tell of what people do."))
    invitation = CommunityInvitation.objects.filter(
        pk=invitation_id, person__isnull=False, accepted_at=None, declined_at=None, withdrawn_at=None
    ).first()
    if invitation is None or invitation.person_id is None or invitation.person_id == invitation.invited_by_id:
        return 0
    return tell(
        [
            Notice(
                person_id=invitation.person_id,
                kind=Kind.INVITED,
                by_id=invitation.invited_by_id,
                key=f"invitation:{invitation.pk}:{int(invitation.created_at.timestamp())}",
                community_id=invitation.community_id,
                invitation=invitation,
            )
            for _reader in receivers([invitation.person_id])
        ]
    )
