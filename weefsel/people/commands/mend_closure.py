from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor, Power
from weefsel.kernel.refusals import require
from weefsel.people.models import Unit, UnitClosure


@transaction.atomic
def mend_closure(actor: Actor, *, unit_ids: list[int]) -> int:
    """Write the ancestors of these units anew, as the tree gives them, and say how many units.

    Raises ``NotAllowed`` for everybody but who operates the network. Three statements.
    """
    require(actor.has(Power.OPERATE), _("Only who operates the network can mend it."))
    parents = dict(Unit.objects.values_list("pk", "parent_id"))
    UnitClosure.objects.filter(descendant_id__in=unit_ids).delete()
    fresh = []
    for unit_id in unit_ids:
        ancestor: int | None = unit_id
        depth = 0
        while ancestor is not None and depth <= len(parents):
            fresh.append(UnitClosure(ancestor_id=ancestor, descendant_id=unit_id, depth=depth))
            ancestor, depth = parents.get(ancestor), depth + 1
    UnitClosure.objects.bulk_create(fresh, batch_size=1000)
    return len(unit_ids)
