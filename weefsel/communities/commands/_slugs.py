"""Slugs of communities: from the name, or random where even the name is nobody's business."""

import secrets

from weefsel.communities.models import Community
from weefsel.communities.terms import NAME_MAX, CommunityKind
from weefsel.kernel.topics import without_accents

_LONGEST = 80
_RESERVED = {"new", "mine", "invitation"}


def free_slug(base: str, *, kind: str) -> str:
    """A slug that no community has; a random one for a hidden one, whose address tells nothing. One statement."""
    if kind == CommunityKind.HIDDEN:
        return secrets.token_hex(8)
    base = base[:_LONGEST].strip("-") or "community"
    taken = set(Community.objects.filter(slug__startswith=base).values_list("slug", flat=True)) | _RESERVED
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug


def search_form(name: str) -> str:
    """The name as it is searched: lower case, without accents, and no longer than its column."""
    return without_accents(name)[: NAME_MAX * 2]
