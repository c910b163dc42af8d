"""Who may do what with people, units and organisations.

Who may *see* a person needs memberships and so stands one floor up, in ``communities.rules``.
"""

from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor, Power
from weefsel.kernel.refusals import NotFound
from weefsel.people.models import Person, SyncRun, Unit


def is_steward(actor: Actor) -> bool:
    """Whoever keeps the network in order."""
    return actor.is_steward


def may_sync_people(actor: Actor) -> bool:
    """Stewards, and the operator's command."""
    return actor.is_steward or actor.has(Power.SYNC_PEOPLE)


def may_import_people(actor: Actor) -> bool:
    """Stewards, and imports."""
    return actor.is_steward or actor.has(Power.IMPORT)


def may_change_network(actor: Actor) -> bool:
    """Stewards, and the set-up of the network."""
    return actor.is_steward or actor.has(Power.SET_UP)


def may_see_units(actor: Actor) -> bool:
    """Units, the reporting line, sites: employees."""
    return actor.is_employee


def has_profile(actor: Actor) -> bool:
    """Whoever is a person has words of their own to say: also people from outside."""
    return actor.is_somebody


def may_edit_person(actor: Actor, person: Person) -> bool:
    """What is one's own on a profile: oneself alone."""
    return actor.person_id is not None and actor.person_id == person.pk


def may_follow(actor: Actor, person: Person) -> bool:
    """Employees follow employees' storylines; nobody follows oneself, a bot, or who has left."""
    return (
        actor.is_employee
        and actor.person_id != person.pk
        and person.kind == "ordinary"
        and person.organisation.kind == "home"
        and person.left_on is None
    )


def may_add_people(actor: Actor) -> bool:
    """Stewards alone: others come in by file, invitation or their own domain."""
    return actor.is_steward


def may_end_person(actor: Actor) -> bool:
    """Say that somebody has left: stewards, and the people sync."""
    return may_sync_people(actor)


def may_link_placeholder(actor: Actor) -> bool:
    """Stewards, and imports, say for whom somebody stands."""
    return actor.is_steward or actor.has(Power.IMPORT)


def known_person(actor: Actor, person_id: int) -> Person:
    """The person, for stewards' and jobs' deeds. Raises ``NotFound`` for everybody else. One statement."""
    allowed = actor.is_steward or bool(actor.powers)
    person = Person.objects.select_related("organisation").filter(pk=person_id).first() if allowed else None
    if person is None:
        raise NotFound(_("There is no such person here."))
    return person


def seen_colleague(actor: Actor, person_id: int) -> Person:
    """The person, for employees, who see everybody. Raises ``NotFound`` for all others. One statement.

    Who may see whom from outside needs memberships: ``communities.rules.seen_person``.
    """
    people = Person.objects.select_related("organisation")
    person = people.filter(pk=person_id).first() if actor.is_employee else None
    if person is None:
        raise NotFound(_("There is no such person here."))
    return person


def known_sync(actor: Actor, run_id: int) -> SyncRun:
    """A file that was handed in, without its bytes, for whoever syncs. Raises ``NotFound`` otherwise. One statement."""
    runs = SyncRun.objects.defer("file")
    run = runs.filter(pk=run_id).first() if may_sync_people(actor) else None
    if run is None:
        raise NotFound(_("There is no such file here."))
    return run


def oneself(actor: Actor) -> Person:
    """The actor's own person. Raises ``NotFound`` for strangers and jobs. One statement."""
    person = Person.objects.select_related("organisation").filter(pk=actor.person_id or 0).first()
    if person is None:
        raise NotFound(_("There is no such person here."))
    return person


def seen_unit(actor: Actor, unit_id: int) -> Unit:
    """The unit, if the actor may see units. Raises ``NotFound`` otherwise. One statement."""
    unit = Unit.objects.filter(pk=unit_id).first() if may_see_units(actor) else None
    if unit is None:
        raise NotFound(_("There is no such unit here."))
    return unit


def may_come_in(person: Person) -> bool:
    """Whether a proven e-mail address lets this person in. Two statements for a placeholder, none otherwise.

    Not a bot, and not who has left. A placeholder only where its address is beyond doubt: nobody said yet for whom it
    stands, and its domain is its organisation's own; an archive's word alone opens no door.
    """
    if person.left_on is not None or person.kind == "bot":
        return False
    if person.kind != "placeholder":
        return True
    if person.stands_for_id is not None:
        return False
    domain = person.email.rpartition("@")[2]
    return person.organisation.domains.filter(domain__iexact=domain).exists()
