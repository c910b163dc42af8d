from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.communities.commands._charters import add_charter, charter_text, rules_text
from weefsel.communities.commands._members import held
from weefsel.communities.models import Charter
from weefsel.communities.rules import known_community, may_manage_community
from weefsel.communities.terms import CHARTER_MAX
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Conflict, Invalid, require
from weefsel.kernel.text import checked


@transaction.atomic
def write_charter(
    actor: Actor, *, community_id: int, text: str, rules_of_engagement: str = "", based_on: int | None = None
) -> int:
    """Write the next version of the charter, and return its number; the same words again add none.

    Other rules of engagement than those in force must be accepted by every member before their membership counts again.
    Refuses everybody but the owners (a steward when none is left). Raises ``Conflict`` when somebody wrote a version
    after the one it is ``based_on``, ``Invalid`` when a shared community would lose its rules. Audited.
    """
    community = known_community(actor, community_id)
    require(may_manage_community(actor, community), _("Only its owners write the charter."))
    text = checked("text", text, longest=CHARTER_MAX)
    rules = checked("rules_of_engagement", rules_of_engagement, longest=CHARTER_MAX)
    community = held(community)
    newest = Charter.objects.filter(community=community).order_by("-number").first()
    number = newest.number if newest else 0
    if based_on is not None and based_on != number:
        raise Conflict(_("Somebody else changed the charter meanwhile. Read theirs, then write yours again."))
    has_other_rules = rules != rules_text(community)
    if text == charter_text(community) and not has_other_rules:
        return number
    if not rules and community.is_shared:
        raise Invalid(fields={"rules_of_engagement": _("A shared community has rules of engagement.")})
    number = add_charter(actor, community, text=text, rules_of_engagement=rules if has_other_rules else "")
    if has_other_rules and not rules:
        community.rules_version = 0
        community.save(update_fields=["rules_version"])
    facts = {"number": number, "has_other_rules": has_other_rules}
    record(actor, "charter_written", thing="community", thing_id=community.pk, **facts)
    return number
