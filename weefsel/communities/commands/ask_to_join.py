from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from weefsel.communities.commands._members import not_archived
from weefsel.communities.events import JoinAsked
from weefsel.communities.models import JoinRequest
from weefsel.communities.rules import belongs, known_community, may_ask_to_join
from weefsel.communities.terms import REQUEST_MAX, RequestOutcome
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import Conflict, require
from weefsel.kernel.text import checked


@transaction.atomic
def ask_to_join(actor: Actor, *, community_id: int, text: str = "") -> int:
    """Ask to be let into a community that takes members on request, and return the id of the request.

    Asking twice is asking once. Refuses externals and every other kind; raises ``Conflict`` for members and where it is
    archived. Announces ``JoinAsked``. At most five statements.
    """
    community = known_community(actor, community_id)
    require(
        may_ask_to_join(actor, community) or (actor.is_employee and community.archived_at is not None),
        _("This community does not take requests."),
    )
    not_archived(community)
    text = checked("text", text, longest=REQUEST_MAX)
    if belongs(actor, community):
        raise Conflict(_("You are a member of this community already."))
    person_id = actor.person_id or 0
    try:
        with transaction.atomic():
            request = JoinRequest.objects.create(community=community, person_id=person_id, text=text)
    except IntegrityError:  # asked already, perhaps in another window
        return JoinRequest.objects.get(community=community, person_id=person_id, outcome=RequestOutcome.OPEN).pk
    announce(JoinAsked(join_request_id=request.pk))
    return request.pk
