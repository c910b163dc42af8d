import pytest

from weefsel.audit.models import Entry
from weefsel.identity.models import Account, NetworkRole
from weefsel.kernel.actor import Actor, Role
from weefsel.kernel.refusals import Conflict, Invalid, NotAllowed, NotFound
from weefsel.people.commands.add_person import add_person
from weefsel.people.commands.bring_person_back import bring_person_back
from weefsel.people.commands.end_person import end_person
from weefsel.people.commands.link_placeholder import link_placeholder
from weefsel.people.commands.sync_people import sync_people
from weefsel.people.commands.unlink_placeholder import unlink_placeholder
from weefsel.people.models import Person
from weefsel.people.terms import PersonKind
from weefsel.people.testing import actor_for, home_organisation, make_organisation, make_person, make_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def steward() -> Actor:
    person = make_person("Els Steward", has_account=True)
    NetworkRole.objects.create(account=Account.objects.get(person=person), role=Role.STEWARD)
    return actor_for(person)


def test_a_placeholder_is_linked_and_that_is_undone(steward: Actor) -> None:
    ghost, ann = make_person("ann", kind=PersonKind.PLACEHOLDER), make_person("Ann")
    link_placeholder(steward, placeholder_id=ghost.pk, person_id=ann.pk)
    ghost.refresh_from_db()
    assert ghost.stands_for_id == ann.pk
    unlink_placeholder(steward, placeholder_id=ghost.pk)
    unlink_placeholder(steward, placeholder_id=ghost.pk)
    assert Person.objects.get(pk=ghost.pk).stands_for_id is None
    assert list(Entry.objects.values_list("deed", flat=True)) == ["placeholder_linked", "placeholder_unlinked"]


def test_only_placeholders_stand_for_ordinary_people(steward: Actor) -> None:
    ghost, ann = make_person("ann", kind=PersonKind.PLACEHOLDER), make_person("Ann")
    for placeholder, person in ((ann, ann), (ghost, ghost)):
        with pytest.raises(Conflict):
            link_placeholder(steward, placeholder_id=placeholder.pk, person_id=person.pk)
    with pytest.raises(NotFound):
        link_placeholder(actor_for(ann), placeholder_id=ghost.pk, person_id=ann.pk)


def test_a_steward_adds_somebody_to_the_line(steward: Actor) -> None:
    boss, unit = make_person("Boss"), make_unit("Weaving")
    person_id = add_person(
        steward, name=" Zoë  Claes ", email="Zoe@X.be", job_title="Weaver", unit_id=unit.pk, manager_id=boss.pk
    )
    zoe = Person.objects.get(pk=person_id)
    assert (zoe.name, zoe.handle, zoe.email, zoe.layer, zoe.unit_id) == (
        "Zoë Claes",
        "zoe-claes",
        "zoe@x.be",
        1,
        unit.pk,
    )
    with pytest.raises(Conflict):
        add_person(steward, name="Zoë", email="ZOE@x.be")
    for name, email, field in (("", "a@x.be", "name"), ("Ann", "wrong", "email")):
        with pytest.raises(Invalid) as refusal:
            add_person(steward, name=name, email=email)
        assert field in refusal.value.fields
    with pytest.raises(NotAllowed):
        add_person(actor_for(boss), name="Ann", email="ann@x.be")


def test_somebody_from_outside_has_no_place_in_the_line(steward: Actor) -> None:
    customer, unit = make_organisation(), make_unit("Weaving")
    person_id = add_person(steward, name="Petra", email="p@k.be", organisation_id=customer.pk, unit_id=unit.pk)
    petra = Person.objects.get(pk=person_id)
    assert (petra.unit_id, petra.manager_id, petra.layer) == (None, None, None)


def test_who_has_left_signs_in_no_more_and_may_come_back(steward: Actor) -> None:
    ann = make_person("Ann", has_account=True)
    end_person(steward, person_id=ann.pk)
    ann.refresh_from_db()
    assert ann.left_on is not None
    assert not Account.objects.get(person=ann).is_active
    bring_person_back(steward, person_id=ann.pk)
    assert Person.objects.get(pk=ann.pk).left_on is None
    assert Account.objects.get(person=ann).is_active


def test_a_steward_does_not_say_it_of_oneself_and_others_not_at_all(steward: Actor) -> None:
    with pytest.raises(Conflict):
        end_person(steward, person_id=steward.person_id or 0)
    ann = make_person("Ann")
    with pytest.raises(NotFound):
        end_person(actor_for(ann), person_id=ann.pk)


def test_a_sync_keeps_accounts_in_step(steward: Actor) -> None:
    home_organisation()
    ann = make_person("Ann", has_account=True, email="ann@x.be", employee_id="1")
    bea = make_person("Bea", has_account=True, email="bea@x.be", employee_id="2")
    sync_people(steward, file=b"id,email\n1,ann.maes@x.be\n", deactivate_missing=True)
    assert Account.objects.get(person=ann).email == "ann.maes@x.be"
    assert not Account.objects.get(person=bea).is_active
    sync_people(steward, file=b"id,email\n1,ann.maes@x.be\n2,bea@x.be\n")
    assert Account.objects.get(person=bea).is_active
