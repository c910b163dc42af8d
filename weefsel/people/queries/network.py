"""What is settled for the whole network."""

from dataclasses import dataclass

from django.core.cache import caches
from django.utils.translation import gettext as _

from weefsel.kernel.actor import Actor
from weefsel.kernel.refusals import NotFound
from weefsel.people.models import Network, Organisation, OrganisationDomain
from weefsel.people.rules import may_change_network
from weefsel.people.terms import OrganisationKind


@dataclass(frozen=True, slots=True)
class NetworkSettings:
    """Name, language and zone of the network, its home domains, and who opens hidden communities."""

    name: str
    language: str
    time_zone: str
    hidden_by_stewards_only: bool
    domains: tuple[str, ...]


def is_set_up(actor: Actor) -> bool:  # noqa: ARG001 - anybody may know: every page of a network says it
    """Whether a network stands here. Two statements until it does, then none in this process."""
    kept = caches["process"].get("is-set-up", default=False)
    if kept:
        return True
    stands = Network.objects.exists() or Organisation.objects.filter(kind=OrganisationKind.HOME).exists()
    if stands:
        caches["process"].set("is-set-up", stands, timeout=None)
    return stands


def network_settings(actor: Actor) -> NetworkSettings:
    """The settings, for those who may change them. Raises ``NotFound`` for everybody else. Two statements."""
    network = Network.objects.first() if may_change_network(actor) else None
    if network is None:
        raise NotFound(_("There is nothing at this address."))
    domains = OrganisationDomain.objects.filter(organisation__kind=OrganisationKind.HOME).order_by("domain", "id")
    return NetworkSettings(
        name=network.name,
        language=network.language,
        time_zone=network.time_zone,
        hidden_by_stewards_only=network.hidden_by_stewards_only,
        domains=tuple(domains.values_list("domain", flat=True)),
    )
