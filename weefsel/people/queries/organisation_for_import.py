from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Conflict, NotFound
from weefsel.people.models import Organisation, OrganisationDomain
from weefsel.people.rules import may_import_people
from weefsel.people.terms import OrganisationKind

GUESTS = "guests"


def organisation_for_import(actor: Actor, *, email: str, is_guest: bool, dry: bool) -> int:
    """The organisation of somebody an archive knows: of their e-mail's domain, the home, or one for guests.

    A guest is never put among the employees. At most three statements; 0 for a guest of a trial run that finds none.
    """
    if not may_import_people(actor):
        raise NotFound
    owner = (
        OrganisationDomain.objects.filter(domain__iexact=email.rpartition("@")[2])
        .select_related("organisation")
        .first()
    )
    if owner is not None and not (is_guest and owner.organisation.kind == OrganisationKind.HOME):
        return owner.organisation_id
    if is_guest:
        kept = Organisation.objects.filter(source="import", source_key=GUESTS).first()
        if kept is None and dry:
            return 0
        if kept is None:
            kept = Organisation.objects.create(
                name=_("Guests of the old network"), kind=OrganisationKind.PARTNER, source="import", source_key=GUESTS
            )
        return kept.pk
    home = Organisation.objects.filter(kind=OrganisationKind.HOME).first()
    if home is None:
        raise Conflict(_("There is no network here yet. Set it up first with “weefsel init”."))
    return home.pk
