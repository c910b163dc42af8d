from django.db.models import F
from django.db.models.functions import Lower

from weefsel.identity.terms import NOWHERE
from weefsel.kernel.actor import Actor, Power
from weefsel.kernel.refusals import NotFound
from weefsel.people.models import Person


def stray_accounts(actor: Actor) -> list[int]:
    """The accounts that open with another address than their person has: whoever got that one could come in as them.

    Accounts that wait for their address are none. Only for who operates the network: anybody else meets ``NotFound``.
    One statement.
    """
    if not actor.has(Power.OPERATE):
        raise NotFound
    people = Person.objects.filter(account__isnull=False).exclude(account__email__endswith=f"@{NOWHERE}")
    differing = people.exclude(account__email=Lower(F("email")))
    return list(differing.values_list("account__pk", flat=True))
