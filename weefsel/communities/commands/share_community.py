from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.communities.commands._charters import add_charter, charter_text, rules_text
from weefsel.communities.commands._members import held, not_archived
from weefsel.communities.events import CommunityChanged, CommunityShared
from weefsel.communities.models import Community, SharedWith
from weefsel.communities.rules import known_community, may_manage_community
from weefsel.communities.terms import CHARTER_MAX
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import Invalid, require
from weefsel.kernel.text import checked
from weefsel.people.models import Organisation
from weefsel.people.terms import OrganisationKind


@transaction.atomic
def share_community(
    actor: Actor,
    *,
    community_id: int,
    organisation_ids: Iterable[int],
    rules_of_engagement: str = "",
    shows_members: bool = True,
) -> None:
    """Let people of other organisations be invited. What stands there stays inside only.

    Sharing again adds organisations. Without ``rules_of_engagement`` those in force stay. Refuses everybody but the
    owners (a steward when none is left). Raises ``Invalid`` without an organisation from outside or without rules,
    ``Conflict`` when it is archived. Audited; announces ``CommunityShared`` the first time. Thirteen statements.
    """
    community = known_community(actor, community_id)
    require(may_manage_community(actor, community), _("Only its owners share a community."))
    rules = checked("rules_of_engagement", rules_of_engagement, longest=CHARTER_MAX)
    community = not_archived(held(community))
    ids = _outside(organisation_ids)
    in_force = rules_text(community)
    if not rules and not in_force:
        raise Invalid(fields={"rules_of_engagement": _("Write the rules by which people from outside take part.")})
    if rules and rules != in_force:
        add_charter(actor, community, text=charter_text(community), rules_of_engagement=rules)
    SharedWith.objects.bulk_create(
        [SharedWith(community=community, organisation_id=pk) for pk in ids], ignore_conflicts=True
    )
    _open(actor, community, ids, shows_members=shows_members)


def _outside(organisation_ids: Iterable[int]) -> list[int]:
    organisations = Organisation.objects.filter(pk__in=list(organisation_ids)).exclude(kind=OrganisationKind.HOME)
    ids = sorted(organisations.values_list("pk", flat=True))
    if not ids:
        raise Invalid(fields={"organisations": _("Choose at least one organisation from outside.")})
    return ids


def _open(actor: Actor, community: Community, ids: list[int], *, shows_members: bool) -> None:
    is_first = not community.is_shared
    community.is_shared, community.shows_members = True, shows_members
    community.save(update_fields=["is_shared", "shows_members"])
    facts = {"organisations": ids, "shows_members": shows_members}
    record(actor, "community_shared", thing="community", thing_id=community.pk, **facts)
    if is_first:
        announce(CommunityShared(community_id=community.pk))
    announce(CommunityChanged(community_id=community.pk))
