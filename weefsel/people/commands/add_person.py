from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.kernel.actor import Actor
from weefsel.kernel.events import announce
from weefsel.kernel.refusals import Conflict, Invalid, require
from weefsel.kernel.text import checked, one_line
from weefsel.people.commands._names import free_handle, search_name
from weefsel.people.events import PersonJoined
from weefsel.people.models import Organisation, Person, Unit
from weefsel.people.rules import may_add_people
from weefsel.people.terms import NAME_MAX, TITLE_MAX, OrganisationKind


@transaction.atomic
def add_person(
    actor: Actor,
    *,
    name: str,
    email: str,
    job_title: str = "",
    organisation_id: int | None = None,
    unit_id: int | None = None,
    manager_id: int | None = None,
) -> int:
    """Add one person by hand, to the home organisation unless another is named, and return their id.

    They have no account until they sign in. Refuses whoever is not steward; raises ``Invalid`` for a name or address
    that cannot be taken and ``Conflict`` when somebody has the address. Audited; announces ``PersonJoined``. At most
    eight statements.
    """
    require(may_add_people(actor), _("Only stewards add people."))
    kept = checked("name", one_line(name), longest=NAME_MAX, required=True)
    address = _address(email)
    if Person.objects.filter(email__iexact=address).exists():
        raise Conflict(_("Somebody here has this e-mail address already."))
    organisation = _organisation(organisation_id)
    is_home = organisation.kind == OrganisationKind.HOME
    manager = Person.objects.filter(pk=manager_id or 0, organisation=organisation).first() if is_home else None
    person = Person.objects.create(
        organisation=organisation,
        handle=free_handle(kept),
        name=kept,
        search_name=search_name(kept),
        email=address,
        job_title=checked("job_title", one_line(job_title), longest=TITLE_MAX),
        unit=Unit.objects.filter(pk=unit_id or 0).first() if is_home else None,
        manager=manager,
        layer=((manager.layer or 0) + 1 if manager else 0) if is_home else None,
    )
    record(actor, "person_added", thing="person", thing_id=person.pk)
    announce(PersonJoined(person_id=person.pk))
    return person.pk


def _address(email: str) -> str:
    address = one_line(email).lower()
    try:
        validate_email(address)
    except ValidationError:
        raise Invalid(fields={"email": _("Write a whole e-mail address, such as name@example.org.")}) from None
    return address


def _organisation(organisation_id: int | None) -> Organisation:
    if organisation_id is None:
        found = Organisation.objects.filter(kind=OrganisationKind.HOME).first()
    else:
        found = Organisation.objects.filter(pk=organisation_id).first()
    if found is None:
        raise Conflict(_("There is no such organisation here."))
    return found
