"""Write a plan down, in transactions so short that pages go on being served beside it.

Each leaves everything true: units with their closure; people from the top of the line down, so that a manager stands
before whoever reports to them. What was interrupted is finished by the next sync of the same file.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from weefsel.identity.commands.change_account_email import change_account_email
from weefsel.identity.commands.disable_account import disable_account
from weefsel.identity.commands.enable_account import enable_account
from weefsel.identity.commands.release_account_emails import release_account_emails
from weefsel.identity.models import Account
from weefsel.kernel import clock
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import Conflict
from weefsel.people.commands._names import free_handle
from weefsel.people.commands._sync.plan import Plan
from weefsel.people.commands._sync.planned import Planned
from weefsel.people.commands._sync.units import closure_of
from weefsel.people.events import PeopleChanged, PeopleJoined, PeopleMoved, PersonLeft
from weefsel.people.models import Person, Unit, UnitClosure

BATCH = 50
SOURCE = "hr"

T = TypeVar("T")
Told = Callable[[int, int], None]

_SHOWN = frozenset({"name", "job_title", "kind"})  # what cards say of a person
_FOREIGN = frozenset({"stands_for_id", "organisation_id"})
_UNIQUE = ("email", "employee_id")


def apply_plan(actor: Actor, plan: Plan, told: Told) -> None:
    """Write everything; ``told`` hears how many of how many people are done. Raises ``Conflict`` when raced."""
    try:
        _write_units(plan)
        _write_people(actor, plan, told)
    except IntegrityError as raced:
        sentence = _(
            "Somebody else changed people at the same moment. What was done stands; start the same file again."
        )
        raise Conflict(sentence) from raced


def _write_people(actor: Actor, plan: Plan, told: Told) -> None:
    changed = plan.changed
    everybody = len(plan.new) + len(changed) + len(plan.leaving)
    done = 0
    keys: dict[int, int] = {}
    taken = {handle.lower() for handle in Person.objects.values_list("handle", flat=True)}
    for batch in _from_the_top(plan):
        _create(batch, plan, keys, taken)
        done += len(batch)
        told(done, everybody)
    for group in _update_groups(changed):
        _update(actor, group, plan, keys)
        done += len(group)
        told(done, everybody)
    _count_layers(plan)
    for leaving in _chunks(plan.leaving):
        _let_go(actor, leaving)
        done += len(leaving)
        told(done, everybody)


def _chunks(things: Sequence[T]) -> Iterator[Sequence[T]]:
    return (things[start : start + BATCH] for start in range(0, len(things), BATCH))


def _write_units(plan: Plan) -> None:
    parents: dict[int, int | None] = {id_: p.was_under for id_, p in plan.units.places.items() if id_}
    for batch in _chunks(plan.units.new_from_the_top):
        with transaction.atomic():
            for place in batch:
                above = place.parent.id if place.parent else None
                place.id = Unit.objects.create(name=place.name, parent_id=above, site=place.site, source=SOURCE).pk
                parents[place.id] = above
            _mend_closure(parents, [place.id for place in batch if place.id])
    moved = plan.units.moved
    if not moved:
        return
    with transaction.atomic():
        for place in moved:
            above = place.parent.id if place.parent else None
            Unit.objects.filter(pk=place.id or 0).update(parent_id=above)
            parents[place.id or 0] = above
        _mend_closure(parents, list(parents))


def _mend_closure(parents: dict[int, int | None], units: list[int]) -> None:
    """Make the pairs of these units what the tree says. Nothing is touched that is right already."""
    asked = set(units)
    wanted = {pair for pair in closure_of(parents) if pair[1] in asked}
    rows = UnitClosure.objects.filter(descendant_id__in=units).values_list(
        "ancestor_id", "descendant_id", "depth", "id"
    )
    standing = {(above, below, depth): id_ for above, below, depth, id_ in rows}
    UnitClosure.objects.filter(pk__in=[id_ for pair, id_ in standing.items() if pair not in wanted]).delete()
    UnitClosure.objects.bulk_create(
        [
            UnitClosure(ancestor_id=above, descendant_id=below, depth=depth)
            for above, below, depth in sorted(wanted - standing.keys())
        ],
        batch_size=BATCH,
    )


def _from_the_top(plan: Plan) -> Iterator[Sequence[Planned]]:
    """The new people in batches, none of which holds somebody and their manager."""
    ordered = sorted(plan.new.values(), key=lambda planned: (plan.layers[planned.key], planned.row.line))
    for _layer, group in groupby(ordered, key=lambda planned: plan.layers[planned.key]):
        yield from _chunks(list(group))


def _create(batch: Sequence[Planned], plan: Plan, keys: dict[int, int], taken: set[str]) -> None:
    people = [
        Person(
            organisation_id=plan.register.home_id,
            handle=free_handle(planned.name, taken),
            unit_id=planned.place.id if planned.place else None,
            manager_id=_id_of(planned.manager, keys),
            layer=plan.layers[planned.key],
            source=SOURCE,
            **planned.values,
        )
        for planned in batch
    ]
    with transaction.atomic():
        Person.objects.bulk_create(people)
        announce(PeopleJoined(person_ids=tuple(person.pk for person in people)))
    keys.update({planned.key: person.pk for planned, person in zip(batch, people, strict=True)})


def _id_of(key: int | None, keys: dict[int, int]) -> int | None:
    return key if key is None or key > 0 else keys[key]


def _update_groups(changed: list[Planned]) -> Iterator[Sequence[Planned]]:
    """Batches; whoever takes an address or number that another one gives up stands in one batch with them."""
    gives = {(name, getattr(p.person, name)) for p in changed for name in _UNIQUE if name in p.values}
    takes = {(name, p.values[name]) for p in changed for name in _UNIQUE if name in p.values}
    passed_on = gives & takes
    tied = [p for p in changed if any(_deals_in(p, name, passed_on) for name in _UNIQUE)]
    if tied:
        yield tied
    alone = {p.key for p in changed} - {p.key for p in tied}
    yield from _chunks([p for p in changed if p.key in alone])


def _deals_in(planned: Planned, name: str, passed_on: set[tuple[str, str]]) -> bool:
    if name not in planned.values:
        return False
    return bool({(name, getattr(planned.person, name)), (name, planned.values[name])} & passed_on)


def _update(actor: Actor, group: Sequence[Planned], plan: Plan, keys: dict[int, int]) -> None:
    fields: set[str] = set()
    people = []
    for planned in group:
        person = planned.person
        assert person is not None
        for name, value in planned.values.items():
            setattr(person, name, value)
        fields |= {name.removesuffix("_id") if name in _FOREIGN else name for name in planned.values}
        if planned.changes_unit:
            person.unit_id = planned.place.id if planned.place else None
            fields.add("unit")
        if planned.changes_manager:
            person.manager_id = _id_of(planned.manager, keys)
            fields.add("manager")
        if person.layer != plan.layers[planned.key]:
            person.layer = plan.layers[planned.key]
            fields.add("layer")
        people.append(person)
    with transaction.atomic():
        _release(group)
        Person.objects.bulk_update(people, sorted(fields))
        _keep_accounts(actor, group)
        for event in _events_of(group):
            announce(event)


def _keep_accounts(actor: Actor, group: Iterable[Planned]) -> None:
    """Who has another address signs in with that one; who is back signs in again.

    Every account that changes loses its address first: one that was given on must not open who had it before.
    """
    accounts = [(p.person.account_id, p) for p in group if p.person is not None and p.person.account_id is not None]
    changing = {account_id: str(p.values["email"]) for account_id, p in accounts if "email" in p.values}
    if changing:
        release_account_emails(actor, account_ids=list(changing))
    for account_id, email in changing.items():
        if email and not Account.objects.filter(email__iexact=email).exists():
            change_account_email(actor, account_id=account_id, email=email)
    for account_id, planned in accounts:
        if "left_on" in planned.values:
            enable_account(actor, account_id=account_id)


def _release(group: Sequence[Planned]) -> None:
    """Take addresses and numbers from who gets another one, so that two can change theirs for one another's."""
    for name in _UNIQUE:
        changing = [p.key for p in group if name in p.values and getattr(p.person, name)]
        if len(changing) > 1:
            Person.objects.filter(pk__in=changing).update(**{name: ""})


def _events_of(group: Sequence[Planned]) -> Iterator[object]:
    """One event of each kind for the whole batch."""
    claimed = tuple(planned.key for planned in group if "kind" in planned.values)
    moved = tuple(planned.key for planned in group if planned.is_moved)
    shown = tuple(planned.key for planned in group if _SHOWN & planned.values.keys())
    if claimed:
        yield PeopleJoined(person_ids=claimed)
    if moved:
        yield PeopleMoved(person_ids=moved)
    if shown:
        yield PeopleChanged(person_ids=shown)


def _count_layers(plan: Plan) -> None:
    """Whoever stands below somebody that moved has another layer now, also if the file does not name them."""
    done = {planned.key for planned in plan.changed}
    wrong: dict[int, list[int]] = {}
    for person in plan.register.people.values():
        layer = plan.layers.get(person.pk)
        if layer is not None and person.layer != layer and person.pk not in done:
            wrong.setdefault(layer, []).append(person.pk)
    for layer, ids in sorted(wrong.items()):
        for chunk in _chunks(ids):
            Person.objects.filter(pk__in=chunk).update(layer=layer)


def _let_go(actor: Actor, leaving: Sequence[Person]) -> None:
    with transaction.atomic():
        for person in leaving:
            if person.account_id is not None:
                disable_account(actor, account_id=person.account_id)
        Person.objects.filter(pk__in=[person.pk for person in leaving]).update(left_on=clock.now().date())
        for person in leaving:
            announce(PersonLeft(person_id=person.pk))
