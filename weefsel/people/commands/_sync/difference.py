"""What a plan changes, in words: for the account and for the difference that a steward reads before it is applied."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from weefsel.people.commands._sync.account import Change, ChangeKind, Detail
from weefsel.people.commands._sync.plan import Plan, name_of
from weefsel.people.commands._sync.planned import Planned


def describe(plan: Plan) -> None:
    """Fill the account of the plan: numbers, warnings, refusals, and each change."""
    _count(plan)
    for person in plan.leaving:
        plan.account.changes.append(Change(ChangeKind.LEFT, 0, person.name))
    plan.account.deactivated = len(plan.leaving)
    plan.account.changes.sort(key=lambda change: (list(ChangeKind).index(change.kind), change.line, change.name))
    plan.account.warnings.sort(key=lambda said: said.line)
    plan.account.refused.sort(key=lambda said: said.line)


def _count(plan: Plan) -> None:
    account = plan.account
    for planned in plan.people:
        account.warnings += planned.row.warnings
        if planned.person is None:
            account.created += 1
        elif planned.is_changed:
            account.updated += 1
        else:
            account.unchanged += 1
        if planned.is_changed:
            account.changes.append(_change_of(planned, plan))
    account.new_units = [place.name for place in plan.units.new]


def _change_of(planned: Planned, plan: Plan) -> Change:
    return Change(_kind_of(planned), planned.row.line, planned.name, tuple(_details(planned, plan)))


def _kind_of(planned: Planned) -> ChangeKind:
    if planned.person is None:
        return ChangeKind.NEW
    if "left_on" in planned.values:
        return ChangeKind.RETURNED
    if "name" in planned.values:
        return ChangeKind.RENAMED
    return ChangeKind.MOVED if planned.is_moved else ChangeKind.CHANGED


def _details(planned: Planned, plan: Plan) -> Iterator[Detail]:
    words = {
        "name": _("name"),
        "email": _("e-mail"),
        "employee_id": _("employee number"),
        "job_title": _("job title"),
        "site": _("site"),
        "language": _("language"),
        "started_on": _("in service since"),
        "kind": _("kind"),
    }
    for name, word in words.items():
        if name in planned.values and (name != "name" or planned.person):
            before = getattr(planned.person, name, None) if planned.person else None
            yield Detail(word, _shown(before), _shown(planned.values[name]))
    if planned.changes_unit:
        current = plan.units.places.get(planned.person.unit_id or 0) if planned.person else None
        yield Detail(_("unit"), current.name if current else "", planned.place.name if planned.place else "")
    if planned.changes_manager:
        before_id = planned.person.manager_id if planned.person else None
        yield Detail(_("manager"), name_of(plan, before_id), name_of(plan, planned.manager))


def _shown(value: object) -> str:
    return "" if value is None else str(value)
