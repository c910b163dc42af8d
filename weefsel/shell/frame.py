"""What stands around every page, for whoever reads it."""

from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from weefsel.communities.queries.my_communities import MyCommunity, my_communities
from weefsel.identity.choices import LANGUAGE_NAMES
from weefsel.kernel.actor import Actor
from weefsel.kernel.keep import Keep
from weefsel.kernel.request import actor_of
from weefsel.kernel.seams.navigation import destinations
from weefsel.people.queries.network_name import network_name
from weefsel.shell.queries.session_tag import Visit
from weefsel.ui.dye import dye_of, initials
from weefsel.ui.frame import CommunityLink, Destination, Frame, Language

MOST_COMMUNITIES: Final = 15  # lines of the rail; the rest is one link away
_PAGES: Final = {"/": "home", "/inbox/": "inbox", "/search/": "search"}

_places: Final[Keep[tuple[Destination, ...]]] = Keep(500)


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context processor: lazy, so that a fragment that needs no frame costs nothing."""
    return {"frame": SimpleLazyObject(lambda: frame_of(request))}


def _languages(request: HttpRequest) -> tuple[Language, ...]:
    """What a stranger may read in, each leading back to this page."""
    now = get_language()
    back = urlencode({"next": request.get_full_path() if request.method == "GET" else request.path})
    return tuple(
        Language(code, name, f"/sign-in/language/{code}/?{back}", is_current=code == now)
        for code, name in LANGUAGE_NAMES.items()
    )


def frame_of(request: HttpRequest) -> Frame:
    """The frame of this page.

    One statement, my communities, unless the view has left them on the request; the network's name is kept.
    """
    visit: Visit | None = getattr(request, "visit", None)
    if visit is None:
        return Frame(network_name=network_name(), languages=_languages(request))
    actor, path = actor_of(request), request.path
    mine: Sequence[MyCommunity] | None = getattr(request, "my_communities", None)
    mine = sorted(my_communities(actor) if mine is None else mine, key=lambda c: (c.name.casefold(), c.id))
    here = getattr(request, "community_url", path)
    me = f"/people/{visit.handle}/"
    return Frame(
        network_name=network_name(),
        is_signed_in=True,
        destinations=_destinations(actor, path),
        communities=tuple(_link(community, here) for community in mine[:MOST_COMMUNITIES]),
        more_communities_url="/communities/?show=mine" if len(mine) > MOST_COMMUNITIES else "",
        inbox_note=_("something waits for you") if visit.has_open_notices else "",
        search_url=_search_address(),
        steward_url="/steward/" if actor.is_steward else "",
        sign_out_url="/sign-in/out/",
        person_name=visit.name,
        person_handle=visit.handle,
        person_url=me,
        person_initials=initials(visit.name),
        person_dye=dye_of(actor.person_id or 0),
        person_is_outside=actor.is_external,
        language=actor.language,
        zone=actor.time_zone,
        theme="" if visit.theme == "system" else visit.theme,
        page="me" if path == me else _PAGES.get(path, ""),
    )


def _link(community: MyCommunity, here: str) -> CommunityLink:
    url = f"/communities/{community.slug}/"
    return CommunityLink(community.name, url, community.is_shared, here.startswith(url))


def _destinations(actor: Actor, path: str) -> tuple[Destination, ...]:
    """The places of the rail; which one is marked depends on the beginning of the address."""
    top = f"/{path.split('/', 2)[1]}/" if path != "/" else "/"
    key = (actor.is_external, get_language(), top)
    kept = _places.get(key)
    if kept is None:
        known = [(d, address(d.url_name)) for d in destinations(is_external=actor.is_external)]
        kept = tuple(Destination(str(d.label), url, d.icon, url == top) for d, url in known)
        _places.put(key, kept)
    return kept


def _search_address() -> str:
    """Where one searches: as long as nothing searches everything, among people, by name and by what they know."""
    everything = address("search")
    return address("people") if everything == "/" else everything


def address(url_name: str) -> str:
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return "/"
