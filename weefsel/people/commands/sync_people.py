"""Bring people, units and the reporting line in from the HR system's file."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.identity.models import NetworkRole
from weefsel.kernel.actor import Actor, Role
from weefsel.kernel.refusals import Conflict, Invalid, require
from weefsel.people.commands._sync.account import Change, ChangeKind, Detail, SyncAccount
from weefsel.people.commands._sync.apply import apply_plan
from weefsel.people.commands._sync.difference import describe
from weefsel.people.commands._sync.people import Register
from weefsel.people.commands._sync.plan import Plan, plan_of
from weefsel.people.commands._sync.rows import Said
from weefsel.people.commands._sync.table import read_table
from weefsel.people.commands._sync.units import UnitTree
from weefsel.people.models import Organisation, Person, Unit
from weefsel.people.rules import may_sync_people
from weefsel.people.terms import OrganisationKind

__all__ = ["Change", "ChangeKind", "Detail", "Said", "SyncAccount", "sync_people"]


def _nobody_told(done: int, everybody: int) -> None:
    """Progress that nobody looks at."""


def sync_people(
    actor: Actor,
    *,
    file: bytes,
    dry_run: bool = False,
    deactivate_missing: bool = False,
    told: Callable[[int, int], None] = _nobody_told,
) -> SyncAccount:
    """Make the home organisation's people what the file says, and give the account of it.

    People are found by employee number, then by e-mail. Rows that cannot be taken are refused one by one; a file that
    cannot be read raises ``Invalid`` and changes nothing, as does one that names nobody when the missing ones shall go.
    Nobody is deleted; with ``deactivate_missing`` who is not in the file has left, but neither the actor nor the last
    stewards. The same file again changes nothing. Refuses whoever may not sync.

    Four statements and one batch of writing for every fifty people, each in a transaction of its own. Announces
    ``PeopleJoined``, ``PeopleMoved``, ``PeopleChanged``, ``PersonLeft``; audited.
    """
    require(may_sync_people(actor), _("Only stewards bring people in from the HR system."))
    table = read_table(file)
    plan = plan_of(table, _register(), UnitTree.of(Unit.objects.values_list("id", "name", "parent_id")))
    if deactivate_missing:
        if not plan.people:
            raise Invalid(_("The file names nobody, so everybody would leave. Nothing was changed; check the file."))
        plan.leaving = _who_leaves(actor, plan)
    describe(plan)
    plan.account.is_dry_run = dry_run
    if not dry_run:
        apply_plan(actor, plan, told)
        _write_down(actor, plan.account)
    return plan.account


def _register() -> Register:
    home = Organisation.objects.filter(kind=OrganisationKind.HOME).values_list("id", flat=True).first()
    if home is None:
        raise Conflict(_("There is no home organisation yet. Set the network up first."))
    return Register.of(home, Person.objects.defer("own_words").order_by("id"))


def _who_leaves(actor: Actor, plan: Plan) -> list[Person]:
    """Who is missing, less the actor, and less the missing stewards when no other steward would be left."""
    missing = plan.register.missing()
    steward_accounts = set(
        NetworkRole.objects.filter(role=Role.STEWARD, account__is_active=True).values_list("account_id", flat=True)
    )
    gone = {person.pk for person in missing} - {actor.person_id}
    stewards = [p for p in plan.register.in_line() if p.account_id in steward_accounts and p.left_on is None]
    is_last = all(person.pk in gone for person in stewards)
    kept = {person.pk for person in stewards if is_last} | {actor.person_id}
    for person in missing:
        if person.pk in kept:
            sentence = _("%(name)s is not in the file, but is a steward who is needed here, and stays.")
            plan.account.warnings.append(Said(0, sentence % {"name": person.name}))
    return [person for person in missing if person.pk not in kept]


def _write_down(actor: Actor, account: SyncAccount) -> None:
    record(
        actor,
        "people.synced",
        thing="people",
        created=account.created,
        updated=account.updated,
        unchanged=account.unchanged,
        deactivated=account.deactivated,
        refused=account.refused_rows,
    )
