"""What every page inside a community shows of it."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect

from weefsel.communities.queries.audience_of import audience_of
from weefsel.communities.queries.community_page import CommunityPage, Here, community_page
from weefsel.kernel.actor import Actor


def place(actor: Actor, slug: str, *, here: str) -> tuple[CommunityPage, dict[str, Any]]:
    """The community at an address and the facts that its head needs; ``here`` marks the tab. Fifteen statements."""
    page = community_page(actor, slug)
    audience = audience_of(actor, page.id) if page.standing.reads else None
    return page, {"community": page, "audience": audience, "here": Here(here)}


def to_community(slug: str, part: str = "") -> HttpResponse:
    """Go to a page of the community."""
    return HttpResponseRedirect(f"/communities/{slug}/{part}")
