from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.communities.models import Membership
from weefsel.communities.rules import belongs, known_community
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Conflict, require


@transaction.atomic
def accept_rules(actor: Actor, *, community_id: int, version: int) -> None:
    """Accept the rules of engagement that the actor has read; from then on the membership counts.

    Refuses who is no member; raises ``Conflict`` when other rules are in force than the ones that were read. Audited.
    """
    community = known_community(actor, community_id)
    require(belongs(actor, community), _("You are not a member of this community."))
    if version != community.rules_version:
        raise Conflict(_("The rules changed meanwhile. Read them again before you accept."))
    accepted = Membership.objects.filter(
        community=community, person_id=actor.person_id or 0, accepted_rules__lt=version
    ).update(accepted_rules=version, accepted_at=clock.now())
    if accepted:
        facts = {"person": actor.person_id, "version": version}
        record(actor, "rules_accepted", thing="community", thing_id=community.pk, **facts)
