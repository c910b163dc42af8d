from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from weefsel.audit.models import Entry
from weefsel.identity.models import Account, NetworkRole
from weefsel.kernel.actor import Actor, Power, Role, acting_job
from weefsel.kernel.events import _listeners, listen
from weefsel.kernel.refusals import Conflict, Invalid, NotAllowed
from weefsel.people.commands.sync_people import ChangeKind, SyncAccount, sync_people
from weefsel.people.events import PeopleChanged, PeopleJoined, PeopleMoved, PersonLeft
from weefsel.people.models import Person, Unit, UnitClosure
from weefsel.people.terms import PersonKind
from weefsel.people.testing import actor_for, home_organisation, make_organisation, make_person, make_unit

pytestmark = pytest.mark.django_db

REAL = Path(__file__).parents[3] / "tests/data/hr/employees.csv"
OPERATOR = acting_job(Power.SYNC_PEOPLE)


@pytest.fixture(autouse=True)
def _home() -> None:
    home_organisation()


@pytest.fixture
def heard() -> Iterator[list[object]]:
    """What is announced while the test runs."""
    events: list[object] = []
    kinds = (PeopleJoined, PeopleChanged, PeopleMoved, PersonLeft)
    for kind in kinds:
        listen(kind)(events.append)
    yield events
    for kind in kinds:
        _listeners[kind].remove(events.append)


def sync(text: str, *, actor: Actor = OPERATOR, dry_run: bool = False, missing: bool = False) -> SyncAccount:
    account = sync_people(actor, file=text.encode(), dry_run=dry_run, deactivate_missing=missing)
    assert account.read == account.created + account.updated + account.unchanged + account.refused_rows
    return account


def person(email: str) -> Person:
    return Person.objects.select_related("manager", "unit").get(email=email)


def test_the_real_file_comes_in_whole_and_names_the_manager_who_is_nobody() -> None:
    account = sync_people(OPERATOR, file=REAL.read_bytes())

    assert (account.read, account.created, account.updated, account.unchanged) == (50, 50, 0, 0)
    [warning] = account.warnings
    assert warning.line == 47
    assert "board@acmelabs.test" in warning.message
    assert account.refused == []
    top = Person.objects.get(employee_id="E046")
    assert (top.manager_id, top.layer, top.name) == (None, 0, "Jennifer Walsh")
    layers = list(Person.objects.values_list("layer", flat=True))
    assert [layers.count(n) for n in range(4)] == [1, 8, 22, 19]
    assert Unit.objects.count() == UnitClosure.objects.count() == 9
    assert not Person.objects.filter(name__icontains="board").exists()
    assert account.ignored_columns == ["employment_type", "cost_center", "security_clearance"]
    assert person("ryan.obrien@acmelabs.test").handle == "ryan-o-brien"
    assert person("sarah.chen@acmelabs.test").started_on == date(2023, 3, 15)


def test_the_same_file_again_changes_nothing() -> None:
    sync_people(OPERATOR, file=REAL.read_bytes())
    before = list(Person.objects.order_by("id").values())
    account = sync_people(OPERATOR, file=REAL.read_bytes())
    assert (account.read, account.created, account.updated, account.unchanged) == (50, 0, 0, 50)
    assert len(account.warnings) == 1
    assert list(Person.objects.order_by("id").values()) == before


def test_nothing_sensitive_is_taken() -> None:
    sync_people(OPERATOR, file=REAL.read_bytes())
    kept = str(list(Person.objects.values())) + str(list(Unit.objects.values()))
    assert "privileged" not in kept
    assert "ENG-100" not in kept


def test_a_trial_run_tells_the_same_and_changes_nothing() -> None:
    trial = sync_people(OPERATOR, file=REAL.read_bytes(), dry_run=True)
    assert not Person.objects.exists()
    assert not Unit.objects.exists()
    assert not Entry.objects.exists()
    real = sync_people(OPERATOR, file=REAL.read_bytes())
    assert {**trial.facts(), "dry_run": False} == real.facts()
    assert trial.changes == real.changes


def test_moves_and_renames_are_followed_by_employee_number_or_address() -> None:
    sync("id;name;email;department;manager\n1;Ann Top;ann@x.be;Board;\n2;Bea Maes;bea@x.be;Weaving;ann@x.be\n")
    handle = person("bea@x.be").handle
    account = sync(
        "id;name;email;department;manager\n1;Ann Top;ann@x.be;Board;\n2;Bea De Smet;b.desmet@x.be;Finishing;ann@x.be\n"
    )
    assert (account.updated, account.unchanged) == (1, 1)
    moved = person("b.desmet@x.be")
    assert (moved.name, moved.unit.name if moved.unit else "", moved.handle) == ("Bea De Smet", "Finishing", handle)
    assert moved.search_name.startswith("bea de smet")
    [change] = account.changes
    assert change.kind == ChangeKind.RENAMED
    assert {detail.what for detail in change.details} == {"name", "e-mail", "unit"}
    by_email = sync("email,employee id\nb.desmet@x.be,77\n")
    assert by_email.updated == 1
    assert person("b.desmet@x.be").employee_id == "77"


def test_a_column_that_is_not_there_changes_nothing_and_an_empty_cell_does() -> None:
    sync("id,name,title,site,manager\n1,Ann,Boss,Gent,\n2,Bea,Weaver,Gent,1\n")
    sync("id,site\n2,\n")
    bea = Person.objects.get(employee_id="2")
    assert (bea.name, bea.job_title, bea.site) == ("Bea", "Weaver", "")
    assert bea.manager is not None


def test_an_unknown_manager_is_a_warning_and_the_manager_stays_as_it_was() -> None:
    sync("id,name,manager\n1,Ann,\n2,Bea,1\n")
    account = sync("id,name,manager\n2,Bea,nobody@x.be\n3,Cas,Dirk\n")
    assert [said.line for said in account.warnings] == [2, 3]
    assert (account.created, account.unchanged) == (1, 1)
    bea = Person.objects.select_related("manager").get(employee_id="2")
    assert bea.manager is not None
    assert bea.manager.name == "Ann"


def test_a_manager_may_be_named_if_only_one_person_bears_the_name() -> None:
    text = "id,name,manager\n1,Zoë Claes,\n2,Bea,zoe claes\n3,Jan Jans,1\n4,Jan Jans,1\n5,Eva,Jan Jans\n"
    text += '6,Fee,"Claes, Zoë"\n'
    account = sync(text)
    managers = dict(Person.objects.values_list("employee_id", "manager__employee_id"))
    assert [managers[number] for number in "265"] == ["1", "1", None]
    [warning] = account.warnings
    assert "Jan Jans" in warning.message


def test_a_cycle_is_refused_naming_its_members_whose_managers_stay() -> None:
    sync("id,name,manager\n1,Ann,\n2,Bea,1\n3,Cas,2\n4,Dirk,\n")
    account = sync("id,name,title,manager\n1,Ann,Boss,3\n2,Bea,,1\n3,Cas,,2\n4,Dirk,,1\n5,Eva,,5\n")
    circle, own = account.refused
    assert circle.line == 2
    assert all(name in circle.message for name in ("Ann", "Bea", "Cas"))
    assert "Eva" in own.message
    rows = {n: (m, layer) for n, m, layer in Person.objects.values_list("name", "manager__name", "layer")}
    assert rows == {"Ann": (None, 0), "Bea": ("Ann", 1), "Cas": ("Bea", 2), "Dirk": ("Ann", 1), "Eva": (None, 0)}
    assert account.refused_rows == 0
    assert Person.objects.get(name="Ann").job_title == "Boss"


def test_a_number_or_address_that_stands_twice_refuses_the_later_row_whole() -> None:
    account = sync("id,email,name\n1,a@x.be,Ann\n1,b@x.be,Bea\n3,A@X.be,Cas\n4,d@x.be,Dirk\n")
    assert [(said.line) for said in account.refused] == [3, 4]
    assert (account.created, account.refused_rows) == (2, 2)
    assert set(Person.objects.values_list("name", flat=True)) == {"Ann", "Dirk"}


def test_two_people_may_change_addresses_for_one_anothers() -> None:
    sync("id,email,name\n1,a@x.be,Ann\n2,b@x.be,Bea\n3,c@x.be,Cas\n")
    account = sync("id,email,name\n1,b@x.be,Ann\n2,c@x.be,Bea\n3,a@x.be,Cas\n")
    assert account.updated == 3
    assert dict(Person.objects.values_list("name", "email")) == {"Ann": "b@x.be", "Bea": "c@x.be", "Cas": "a@x.be"}


def test_an_address_that_somebody_keeps_refuses_the_row() -> None:
    sync("id,email,name\n1,a@x.be,Ann\n2,b@x.be,Bea\n")
    account = sync("id,email,name\n1,b@x.be,Ann\n")
    [refused] = account.refused
    assert "Bea" in refused.message
    assert person("a@x.be").name == "Ann"


def test_somebody_of_another_organisation_or_a_bot_is_not_taken_over() -> None:
    make_person("Petra", organisation=make_organisation(), email="petra@klant.be")
    make_person("Robot", kind=PersonKind.BOT, email="robot@x.be")
    account = sync("email,name\npetra@klant.be,Petra\nrobot@x.be,Robot\n")
    assert account.refused_rows == 2
    assert person("petra@klant.be").organisation.kind == "customer"


def test_a_placeholder_with_the_address_becomes_the_person() -> None:
    known = make_person("ann", kind=PersonKind.PLACEHOLDER, email="ann@x.be")
    sync("email,name,title\nann@x.be,Ann Top,Boss\n")
    known.refresh_from_db()
    assert (known.kind, known.name, known.job_title) == (PersonKind.ORDINARY, "Ann Top", "Boss")


def test_who_is_missing_is_left_alone_unless_they_shall_go() -> None:
    sync("id,name\n1,Ann\n2,Bea\n")
    assert sync("id,name\n1,Ann\n").deactivated == 0
    account = sync("id,name\n1,Ann\n", missing=True)
    assert account.deactivated == 1
    assert Person.objects.get(name="Bea").left_on is not None
    assert sync("id,name\n1,Ann\n", missing=True).deactivated == 0
    back = sync("id,name\n1,Ann\n2,Bea\n", missing=True)
    assert back.changes[0].kind == ChangeKind.RETURNED
    assert Person.objects.get(name="Bea").left_on is None


def test_a_refused_row_still_says_that_somebody_is_there() -> None:
    sync("id,name,email\n1,Ann,a@x.be\n2,Bea,b@x.be\n")
    account = sync("id,name,email\n1,Ann,a@x.be\n1,Bea,b@x.be\n", missing=True)
    assert (account.refused_rows, account.deactivated) == (1, 0)


def test_neither_the_actor_nor_the_last_steward_leaves() -> None:
    steward = make_person("Els", has_account=True)
    NetworkRole.objects.create(account=Account.objects.get(person=steward), role=Role.STEWARD)
    sync("id,name\n1,Ann\n")
    account = sync("id,name\n1,Ann\n", missing=True)
    assert account.deactivated == 0
    assert "Els" in account.warnings[0].message
    other = make_person("Tom", has_account=True)
    NetworkRole.objects.create(account=Account.objects.get(person=other), role=Role.STEWARD)
    assert sync("id,name\n1,Ann\n", actor=actor_for(other), missing=True).deactivated == 1
    other.refresh_from_db()
    assert other.left_on is None


def test_a_file_without_people_lets_nobody_go() -> None:
    sync("id,name\n1,Ann\n")
    assert sync("id,name\n").read == 0
    with pytest.raises(Invalid, match="everybody would leave"):
        sync("id,name\n", missing=True)
    assert Person.objects.get().left_on is None


def test_units_are_matched_without_case_and_accents_and_stand_under_the_named_one() -> None:
    operations = make_unit("Opérations")
    sync("id,name,division,department\n1,Ann,operations,Weaving\n2,Bea,OPERATIONS,WEAVING\n3,Cas,,operations\n")
    weaving = Unit.objects.get(name="Weaving")
    assert weaving.parent_id == operations.pk
    assert Unit.objects.count() == 2
    assert UnitClosure.objects.filter(ancestor=operations, descendant=weaving, depth=1).exists()
    assert Person.objects.get(name="Cas").unit_id == operations.pk


def test_a_unit_that_moves_takes_its_people_and_closure_along() -> None:
    sync("id,name,division,department\n1,Ann,North,Weaving\n2,Bea,Weaving,Looms\n3,Cas,,South\n")
    account = sync("id,name,division,department\n1,Ann,South,Weaving\n2,Bea,Weaving,Looms\n3,Cas,,South\n")
    assert account.new_units == []
    south, looms = Unit.objects.get(name="South"), Unit.objects.get(name="Looms")
    assert UnitClosure.objects.filter(ancestor=south, descendant=looms, depth=2).exists()
    assert not UnitClosure.objects.filter(ancestor__name="North", descendant=looms).exists()


def test_who_stands_below_somebody_that_moved_has_another_layer() -> None:
    sync("id,name,manager\n1,Ann,\n2,Bea,1\n3,Cas,2\n4,Dirk,3\n")
    sync("id,name,manager\n3,Cas,1\n")
    assert list(Person.objects.order_by("id").values_list("layer", flat=True)) == [0, 1, 1, 2]


def test_only_stewards_and_the_operator_may() -> None:
    employee = make_person("Ann")
    with pytest.raises(NotAllowed):
        sync("id,name\n1,Ann\n", actor=actor_for(employee))
    sync("id,name\n1,Bea\n", actor=actor_for(employee, roles=[Role.STEWARD]))
    assert Entry.objects.get().deed == "people.synced"


def test_without_a_network_it_says_what_to_do() -> None:
    Person.objects.all().delete()
    home_organisation().delete()
    with pytest.raises(Conflict, match="Set the network up"):
        sync("id,name\n1,Ann\n")


def test_hostile_cells_are_kept_as_plain_words() -> None:
    text = 'id,name,title\n1,"<script>alert(1)</script>","a\x00b\u202ec"\n2,"Ann\n Two-Lines",x\n'
    sync(text)
    first, second = Person.objects.order_by("id")
    assert first.name == "<script>alert(1)</script>"
    assert first.job_title == "abc"
    assert first.handle == "script-alert-1-script"
    assert second.name == "Ann Two-Lines"


def test_what_is_too_long_or_wrong_is_said() -> None:
    text = f"id,name,email,title,hire date,language\n1,{'x' * 121},,,,\n"
    text += f"2,Ann,wrong,{'t' * 200},31/02/2020,klingons\n,Bea,bad,,,\n"
    account = sync(text)
    assert [said.line for said in account.refused] == [2, 4]
    assert [said.line for said in account.warnings] == [3, 3, 3, 3]
    assert len(Person.objects.get().job_title) == 160


def test_whoever_comes_in_is_announced_in_batches(heard: list[object]) -> None:
    sync("id,name,manager\n1,Ann,\n2,Bea,1\n3,Cas,1\n")
    ids = dict(Person.objects.values_list("name", "id"))
    assert heard == [PeopleJoined((ids["Ann"],)), PeopleJoined((ids["Bea"], ids["Cas"]))]
    heard.clear()
    sync("id,name,site\n1,Anna,\n2,Bea,Gent\n", missing=True)
    assert heard == [PeopleMoved((ids["Bea"],)), PeopleChanged((ids["Ann"],)), PersonLeft(ids["Cas"])]
