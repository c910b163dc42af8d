from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.identity.rules import may_open_accounts
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import Conflict, Invalid, require
from weefsel.kernel.text import one_line
from weefsel.people.commands._names import free_handle, search_name
from weefsel.people.events import PersonJoined
from weefsel.people.models import OrganisationDomain, Person
from weefsel.people.terms import NAME_MAX


@transaction.atomic
def welcome_person(actor: Actor, *, email: str, name: str, language: str = "") -> int:
    """Make the person of a proven e-mail address that nobody has yet, in the organisation that owns its domain.

    Returns the person's id; somebody who has the address already is found. Refuses whoever is not the door; raises
    ``Invalid`` without a name and ``Conflict`` when no organisation owns the domain. Audited; announces
    ``PersonJoined``. Six statements.
    """
    require(may_open_accounts(actor), _("People come in at the door, with a proven address."))
    address = email.strip().lower()
    known = Person.objects.filter(email__iexact=address).first()
    if known is not None:
        return known.pk
    kept = one_line(name)[:NAME_MAX]
    if not kept:
        raise Invalid(fields={"name": _("Write the name by which colleagues know you.")})
    domain = OrganisationDomain.objects.filter(domain__iexact=address.rpartition("@")[2]).first()
    if domain is None:
        raise Conflict(_("No organisation of this network owns the domain of this address. Ask the steward."))
    given, _space, family = kept.partition(" ")
    person = Person.objects.create(
        organisation_id=domain.organisation_id,
        handle=free_handle(kept),
        name=kept,
        given_name=given,
        family_name=family,
        search_name=search_name(kept),
        email=address,
        language=language,
    )
    record(actor, "person_joined", thing="person", thing_id=person.pk)
    announce(PersonJoined(person_id=person.pk))
    return person.pk
