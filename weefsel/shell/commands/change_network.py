import zoneinfo
from collections.abc import Sequence

from django.core.cache import caches
from django.db import transaction
from django.utils.translation import gettext as _

from weefsel.audit.commands.record import record
from weefsel.identity.terms import LANGUAGES
from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import Conflict, Invalid, require
from weefsel.kernel.text import checked
from weefsel.people.models import Network, Organisation, OrganisationDomain
from weefsel.people.rules import may_change_network
from weefsel.people.terms import NAME_MAX, OrganisationKind
from weefsel.shell.domains import is_domain


@transaction.atomic
def change_network(
    actor: Actor,
    *,
    name: str,
    language: str,
    time_zone: str,
    hidden_by_stewards_only: bool,
    domains: Sequence[str],
) -> None:
    """Change what is settled for the whole network, the domains of the home organisation included. Audited.

    Refuses all but stewards. Raises ``Invalid`` naming each field that cannot be taken, and ``Conflict`` for a domain
    that another organisation owns. About eight statements.
    """
    require(may_change_network(actor), _("Only stewards change the network."))
    wanted = list(dict.fromkeys(domain.strip().lower().lstrip("@") for domain in domains if domain.strip()))
    wrong = {}
    if language not in LANGUAGES:
        wrong["language"] = _("Choose one of the languages.")
    if time_zone not in zoneinfo.available_timezones():
        wrong["time_zone"] = _("Choose one of the time zones.")
    if not wanted or not all(is_domain(domain) for domain in wanted):
        wrong["domains"] = _("Write one domain on each line, such as lindewever.example.")
    if wrong:
        raise Invalid(fields=wrong)
    kept = checked("name", name, longest=NAME_MAX, required=True)
    Network.objects.update(
        name=kept, language=language, time_zone=time_zone, hidden_by_stewards_only=hidden_by_stewards_only
    )
    _own(wanted)
    record(actor, "network_changed", thing="network", thing_id=1, domains=wanted)
    caches["process"].delete("network-name")


def _own(wanted: Sequence[str]) -> None:
    """Make these the domains of the home organisation, and no others."""
    home = Organisation.objects.get(kind=OrganisationKind.HOME)
    if OrganisationDomain.objects.filter(domain__in=wanted).exclude(organisation=home).exists():
        raise Conflict(_("One of these domains belongs to another organisation."))
    OrganisationDomain.objects.filter(organisation=home).exclude(domain__in=wanted).delete()
    have = set(OrganisationDomain.objects.filter(organisation=home).values_list("domain", flat=True))
    OrganisationDomain.objects.bulk_create(
        [OrganisationDomain(organisation=home, domain=domain) for domain in wanted if domain not in have]
    )
