"""Who may read the audit trail, and how much of it."""

from django.db.models import Q

from weefsel.audit.terms import WORKS_COUNCIL_THINGS
from weefsel.kernel.actor import Actor, Power, Role


def may_read_trail(actor: Actor) -> bool:
    """Stewards; and the works council, what concerns monitoring and legal hold."""
    return actor.is_steward or (actor.is_employee and Role.WORKS_COUNCIL in actor.roles)


def may_seal_trail(actor: Actor) -> bool:
    """The job that seals, alone."""
    return actor.has(Power.SEAL_AUDIT)


def may_verify_trail(actor: Actor) -> bool:
    """Stewards, and the jobs and commands that watch over the trail."""
    return actor.is_steward or actor.has(Power.SEAL_AUDIT)


def visible_entries(actor: Actor) -> Q:
    """The entries that the actor may read, as a filter."""
    if actor.is_steward:
        return Q()
    if may_read_trail(actor):
        return Q(thing__in=WORKS_COUNCIL_THINGS)
    return Q(pk__in=[])
