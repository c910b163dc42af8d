"""What stands around every page, for whoever reads it."""

from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject

from weefsel.communities.queries.my_communities import my_communities
from weefsel.kernel.request import actor_of
from weefsel.kernel.seams.navigation import destinations
from weefsel.people.queries.network_name import network_name
from weefsel.ui.dye import dye_of, initials
from weefsel.ui.frame import CommunityLink, Destination, Frame


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context processor: lazy, so that a fragment that needs no frame costs nothing."""
    return {"frame": SimpleLazyObject(lambda: frame_of(request))}


def frame_of(request: HttpRequest) -> Frame:
    """The frame of this page. Two statements: the network's name (kept in the process), my communities."""
    actor = actor_of(request)
    visit = getattr(request, "visit", None)
    if visit is None:
        return Frame(network_name=network_name())
    return Frame(
        network_name=network_name(),
        is_signed_in=True,
        destinations=tuple(
            Destination(str(d.label), address(d.url_name), d.icon, request.path == address(d.url_name))
            for d in destinations(is_external=actor.is_external)
        ),
        communities=tuple(
            CommunityLink(c.name, f"/communities/{c.slug}/", c.is_shared, request.path == f"/communities/{c.slug}/")
            for c in my_communities(actor)
        ),
        steward_url="/steward/" if actor.is_steward else "",
        sign_out_url="/sign-in/out/",
        person_name=visit.name,
        person_handle=visit.handle,
        person_url=f"/people/{visit.handle}/",
        person_initials=initials(visit.name),
        person_dye=dye_of(actor.person_id or 0),
        person_is_outside=actor.is_external,
        language=actor.language,
        zone=actor.time_zone,
        theme="" if visit.theme == "system" else visit.theme,
    )


def address(url_name: str) -> str:
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return "/"
