"""Every named address of the site, with sample values and whom it answers. An address that is missing here fails."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

from tests.sitewide.addresses.communities import COMMUNITIES
from tests.sitewide.addresses.desk import DESK
from tests.sitewide.addresses.identity import IDENTITY
from tests.sitewide.addresses.people import PEOPLE
from tests.sitewide.addresses.posts import POSTS
from tests.sitewide.addresses.shell import SHELL
from tests.sitewide.addresses.visit import Visit, Visits
from tests.sitewide.stage import Stage

VISITS: dict[str, Visits] = SHELL | POSTS | COMMUNITIES | PEOPLE | IDENTITY | DESK


@dataclass(frozen=True, slots=True)
class Route:
    name: str
    pattern: str


def all_routes() -> list[Route]:
    """Walk the resolver. A route without a name is called by its pattern, and so found to be missing in the table."""
    return sorted(_walk(get_resolver().url_patterns, "", ""), key=lambda route: route.name)


def _walk(patterns: list[URLPattern | URLResolver], space: str, before: str) -> Iterator[Route]:
    for pattern in patterns:
        here = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, inner, here)
        else:
            yield Route(f"{space}{pattern.name or here}", here)


def all_visits(stage: Stage) -> Iterator[tuple[str, Visit]]:
    """Every visit of every address, as (name of the route, visit)."""
    routes = {route.name for route in all_routes()}
    for name in sorted(routes & set(VISITS)):
        for visit in VISITS[name](stage):
            yield name, visit
