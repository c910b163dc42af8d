from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Conflict, require
from weefsel.people.models import Organisation, OrganisationDomain
from weefsel.people.rules import may_import_people
from weefsel.people.terms import OrganisationKind

_GUESTS = {"source": "import", "source_key": "guests"}


@transaction.atomic
def choose_organisation(actor: Actor, *, email: str, is_guest: bool, dry_run: bool = False) -> int:
    """Say to which organisation somebody of an archive belongs: their e-mail's, the home, or one for guests.

    A guest is never put among the employees; the organisation for guests is made when there is none, but not in a trial
    run, which gives 0. Refuses whoever may not import; raises ``Conflict`` without a network. Three statements at most.
    """
    require(may_import_people(actor), _("Only stewards import people."))
    domains = OrganisationDomain.objects.filter(domain__iexact=email.rpartition("@")[2])
    owner = domains.select_related("organisation").first()
    if owner is not None and not (is_guest and owner.organisation.kind == OrganisationKind.HOME):
        return owner.organisation_id
    if is_guest:
        return _of_guests(dry_run=dry_run)
    home = Organisation.objects.filter(kind=OrganisationKind.HOME).first()
    if home is None:
        raise Conflict(_("There is no network here yet. Set it up first with “weefsel init”."))
    return home.pk


def _of_guests(*, dry_run: bool) -> int:
    kept = Organisation.objects.filter(**_GUESTS).first()
    if kept is None and not dry_run:
        kept = Organisation.objects.create(
            name=_("Guests of the old network"), kind=OrganisationKind.PARTNER, **_GUESTS
        )
    return kept.pk if kept is not None else 0
