from django.core.cache import caches

from weefsel.people.models import Network

_KEPT_SECONDS = 30


def network_name() -> str:
    """The name of this network, or of the product before set-up. One statement at most every half minute a process."""
    kept: str | None = caches["process"].get("network-name")
    if kept is None:
        kept = Network.objects.values_list("name", flat=True).first() or "Weefsel"
        caches["process"].set("network-name", kept, _KEPT_SECONDS)
    return kept
