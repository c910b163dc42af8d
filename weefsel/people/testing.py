"""Makers of organisations, units and persons, straight into the tables, with everything kept that commands keep."""

from collections.abc import Iterable
from datetime import date
from itertools import count

from django.db import transaction

from weefsel.identity.models import Account, NetworkRole
from weefsel.kernel.actor import Actor, Door, Role
from weefsel.kernel.events import announce
from weefsel.people.commands._names import free_handle, search_name
from weefsel.people.events import PersonJoined
from weefsel.people.models import AskMeAbout, Organisation, OrganisationDomain, Person, Unit, UnitClosure
from weefsel.people.terms import OrganisationKind, PersonKind

_numbers = count(1)


def home_organisation() -> Organisation:
    """The one home organisation, made when it is not there yet."""
    home = Organisation.objects.filter(kind=OrganisationKind.HOME).first()
    return home or make_organisation(OrganisationKind.HOME, name="Lindewever", domain="lindewever.example")


def make_organisation(kind: str = OrganisationKind.CUSTOMER, *, name: str = "", domain: str = "") -> Organisation:
    """An organisation of this kind, with an e-mail domain when one is named."""
    made = Organisation.objects.create(kind=kind, name=name or f"Organisation {next(_numbers)}")
    if domain:
        OrganisationDomain.objects.create(organisation=made, domain=domain)
    return made


def make_unit(name: str = "", parent: Unit | None = None, *, site: str = "") -> Unit:
    """A unit under ``parent``, with its closure."""
    unit = Unit.objects.create(name=name or f"Unit {next(_numbers)}", parent=parent, site=site)
    above = UnitClosure.objects.filter(descendant=parent).values_list("ancestor_id", "depth") if parent else []
    pairs = [UnitClosure(ancestor=unit, descendant=unit, depth=0)]
    pairs += [UnitClosure(ancestor_id=ancestor, descendant=unit, depth=depth + 1) for ancestor, depth in above]
    UnitClosure.objects.bulk_create(pairs)
    return unit


def make_person(
    name: str = "",
    *,
    organisation: Organisation | None = None,
    unit: Unit | None = None,
    manager: Person | None = None,
    job_title: str = "",
    email: str | None = None,
    site: str = "",
    language: str = "",
    kind: str = PersonKind.ORDINARY,
    left_on: date | None = None,
    handle: str = "",
    topics: Iterable[str] = (),
    has_account: bool = False,
    employee_id: str = "",
) -> Person:
    """A person, by default an employee; whoever hears of one (the home of their storyline) has heard.

    Without a manager they stand at the top of a line: layer 0. With ``has_account`` they can sign in.
    """
    number = next(_numbers)
    name = name or f"Person {number}"
    address = f"person-{number}@lindewever.example" if email is None else email
    if kind == PersonKind.BOT and email is None:
        address = ""
    organisation = organisation or home_organisation()
    has_layer = organisation.kind == OrganisationKind.HOME and kind == PersonKind.ORDINARY
    person = Person.objects.create(
        organisation=organisation,
        account=Account.objects.create_user(address) if has_account else None,
        kind=kind,
        handle=handle or free_handle(name),
        name=name,
        search_name=search_name(name),
        email=address,
        employee_id=employee_id,
        job_title=job_title,
        unit=unit,
        manager=manager,
        layer=((manager.layer or 0) + 1 if manager else 0) if has_layer else None,
        site=site,
        language=language,
        left_on=left_on,
    )
    AskMeAbout.objects.bulk_create([AskMeAbout(person=person, topic=topic, shown=topic) for topic in topics])
    with transaction.atomic():
        announce(PersonJoined(person_id=person.pk))
    return person


def actor_for(person: Person, roles: Iterable[Role] = (), *, door: Door = Door.WEB, language: str = "en") -> Actor:
    """The person as they act; with their account's roles and ``roles``. Somebody who has left is no employee."""
    kept = NetworkRole.objects.filter(account_id=person.account_id or 0).values_list("role", flat=True)
    return Actor(
        door=door,
        account_id=person.account_id,
        person_id=person.pk,
        organisation_id=person.organisation_id,
        is_employee=person.organisation.kind == OrganisationKind.HOME and person.left_on is None,
        roles=frozenset(roles) | frozenset(Role(role) for role in kept),
        language=language,
        name=person.name,
    )
