"""What a file would change: every row compared with who stands here. Reads the database, writes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from weefsel.people.commands._names import search_name
from weefsel.people.commands._sync.account import SyncAccount
from weefsel.people.commands._sync.line import layers_of, without_cycles
from weefsel.people.commands._sync.managers import Managers
from weefsel.people.commands._sync.people import Match, Register
from weefsel.people.commands._sync.placing import place_people
from weefsel.people.commands._sync.planned import Planned
from weefsel.people.commands._sync.rows import Row, Said, read_row
from weefsel.people.commands._sync.table import Table
from weefsel.people.commands._sync.units import UnitTree
from weefsel.people.models import Person
from weefsel.people.terms import PersonKind

_TEXTS = ("employee_id", "email", "name")  # what stays as it is when the file is silent
_OPTIONAL = ("given_name", "family_name", "job_title", "site", "language")


@dataclass(slots=True)
class Plan:
    """Everything that applying the file changes. ``line`` and ``layers`` are of everybody, by key."""

    account: SyncAccount
    register: Register
    units: UnitTree
    people: list[Planned] = field(default_factory=list)
    new: dict[int, Planned] = field(default_factory=dict)
    line: dict[int, int | None] = field(default_factory=dict)
    layers: dict[int, int] = field(default_factory=dict)
    leaving: list[Person] = field(default_factory=list)

    @property
    def changed(self) -> list[Planned]:
        return [planned for planned in self.people if planned.person is not None and planned.is_changed]


def plan_of(table: Table, register: Register, units: UnitTree) -> Plan:
    """Compare the table with the people and units that stand here. Linear in both; no statement."""
    plan = Plan(SyncAccount(), register, units)
    plan.account.read = len(table.records)
    plan.account.encoding, plan.account.delimiter = table.encoding, table.delimiter
    plan.account.columns = {table.headers[place]: column.value for column, place in table.columns.items()}
    plan.account.ignored_columns = table.ignored
    matches = list(_matched(table, plan))
    for number, match in enumerate(matches):
        plan.people.append(_planned(match, match.person.pk if match.person else -number - 1, plan))
    plan.new = {planned.key: planned for planned in plan.people if planned.person is None}
    place_people(plan.people, units)
    _draw_line(plan)
    return plan


def _matched(table: Table, plan: Plan) -> Iterator[Match]:
    """Give the rows that are taken; what is refused whole goes into the account."""
    found: list[Match] = []
    rows = [read_row(table, record) for record in table.records]
    plan.register.numbers = {row.employee_id.casefold() for row in rows if isinstance(row, Row) and row.employee_id}
    for row in rows:
        match = row if isinstance(row, Said) else plan.register.match(row)
        if isinstance(match, Said):
            plan.account.refuse_row(match)
            if isinstance(row, Row):
                plan.register.mention(row)
        else:
            found.append(match)
    wanted = {match.person.pk: match.row.email for match in found if match.person and match.row.email}
    for match in found:
        refused = plan.register.address_held(match, wanted) or _nameless(match)
        if refused:
            plan.account.refuse_row(Said(match.row.line, refused))
        else:
            yield match


def _nameless(match: Match) -> str:
    """A new person without a name gets one from their address; without that the row is refused."""
    row = match.row
    if row.name or match.person:
        return ""
    row.name = row.email.partition("@")[0].replace(".", " ").replace("_", " ").title()
    if not row.name.strip():
        return _("There is no name.")
    row.warn(_("There is no name; %(name)s was taken from the address.") % {"name": row.name})
    return ""


def _planned(match: Match, key: int, plan: Plan) -> Planned:
    row, person = match.row, match.person
    planned = Planned(key, row, person)
    home_id = plan.register.home_id
    for name in _TEXTS:
        _set(planned, name, getattr(row, name) or None)
    for name in _OPTIONAL:
        _set(planned, name, getattr(row, name))
    _set(planned, "started_on", row.started_on)
    if "name" in planned.values:
        planned.values["search_name"] = search_name(row.name)
    if person is not None and person.left_on is not None:
        planned.values["left_on"] = None
    if person is not None and person.kind == PersonKind.PLACEHOLDER:
        planned.values |= {"kind": PersonKind.ORDINARY, "stands_for_id": None, "organisation_id": home_id}
    return planned


def _set(planned: Planned, name: str, value: object) -> None:
    """Note a value that differs. None: the file has nothing to say."""
    if value is not None and value != getattr(planned.person or _NOBODY, name):
        planned.values[name] = value


_NOBODY = Person()


def _draw_line(plan: Plan) -> None:
    """Find everybody's manager, take cycles back, and count the layers."""
    before = {p.pk: p.manager_id for p in plan.register.in_line()}
    before |= {planned.key: planned.person.manager_id if planned.person else None for planned in plan.people}
    managers = _nameable(plan)
    wanted = dict(before)
    for planned in plan.people:
        if planned.row.has_manager:
            meant, warning = managers.named_by(planned.row)
            if warning:
                planned.row.warn(_kept_without(planned, warning))
            else:
                wanted[planned.key] = meant
    plan.line, cycles = without_cycles(wanted, before)
    lines = {planned.key: planned for planned in plan.people}
    for cycle in cycles:
        plan.account.refused.append(_cycle_said(cycle, lines, plan.register))
    for planned in plan.people:
        planned.manager = plan.line[planned.key]
        planned.changes_manager = planned.manager != before[planned.key]
    plan.layers = layers_of(plan.line)


def _nameable(plan: Plan) -> Managers:
    """Everybody present. Whoever changes address or number may still be named by the old one, unless it is taken."""
    managers = Managers()
    for person in plan.register.in_line():
        if person.left_on is None and not plan.register.is_taken(person):
            managers.add(person.pk, email=person.email, number=person.employee_id, names=[person.name])
    for planned in plan.people:
        if planned.person is not None:
            managers.add(planned.key, email=planned.person.email, number=planned.person.employee_id, names=[])
    for planned in plan.people:
        row = planned.row
        names = [planned.name, f"{row.given_name or ''} {row.family_name or ''}"]
        managers.add(planned.key, email=row.email, number=row.employee_id, names=names)
    return managers


def _kept_without(planned: Planned, warning: str) -> str:
    if planned.person is not None and planned.person.manager_id is not None:
        return _("%(warning)s %(name)s keeps the manager they have.") % {"warning": warning, "name": planned.name}
    return _("%(warning)s %(name)s is kept, without a manager.") % {"warning": warning, "name": planned.name}


def _cycle_said(cycle: list[int], lines: dict[int, Planned], register: Register) -> Said:
    names = [lines[key].name if key in lines else register.people[key].name for key in cycle]
    line = min((lines[key].row.line for key in cycle if key in lines), default=0)
    if len(cycle) == 1:
        sentence = _("%(name)s is their own manager in this file. Their manager stays as it was.")
        return Said(line, sentence % {"name": names[0]})
    sentence = _("The reporting line goes in a circle: %(names)s. Their managers stay as they were.")
    return Said(line, sentence % {"names": " → ".join([*names, names[0]])})


def name_of(plan: Plan, key: int | None) -> str:
    """What the person with this key is called, whether they stand here already or are new."""
    if key is None:
        return ""
    return plan.register.people[key].name if key > 0 else plan.new[key].name
