"""Who will be able to read what is written in a home, as a sentence."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from weefsel.communities.models import Community, Membership
from weefsel.communities.rules import may_see_members
from weefsel.communities.terms import READABLE_KINDS
from weefsel.kernel.actor import Actor
from weefsel.posts.models import Home
from weefsel.posts.rules import is_shared, seen_home


@dataclass(frozen=True, slots=True)
class Audience:
    """The sentence in two parts, and whether people from outside are among the readers.

    ``rest`` begins with the home's name; ``readers`` is for where that name stands already.
    """

    lead: str
    rest: str
    is_outside: bool
    readers: str = ""

    @property
    def name(self) -> str:
        return "outside" if self.is_outside else "inside"


def audience(actor: Actor, *, home_id: int, inside_only: bool = False) -> Audience:
    """Who reads what is written there. Raises ``NotFound`` for a home that one does not read. Three statements."""
    home = seen_home(actor, home_id)
    is_outside = is_shared(home) and not (inside_only and actor.is_employee)
    lead = _("People outside can read this") if is_outside else _("Only inside")
    readers = _readers(actor, home, is_outside=is_outside)
    name = home.community.name if home.community else _("storyline")
    rest = _("%(name)s (%(readers)s)") % {"name": name, "readers": readers} if readers else name
    return Audience(lead, rest, is_outside, readers)


def _readers(actor: Actor, home: Home, *, is_outside: bool) -> str:
    """How many, or which: nothing where the reader may not know who is in the community."""
    community = home.community
    if community is None:
        return _("all colleagues")
    if not may_see_members(actor, community):
        return ""
    inside, outside = _members(community)
    if is_outside:
        return _("%(outside)s outside, %(inside)s inside") % {"inside": inside, "outside": outside}
    if community.kind in READABLE_KINDS:
        return _("all colleagues")
    return ngettext("%(count)s person", "%(count)s people", inside) % {"count": inside}


def _members(community: Community) -> tuple[int, int]:
    is_home = Q(person__organisation__kind="home")
    counts = Membership.objects.filter(community=community).aggregate(
        inside=Count("pk", filter=is_home), outside=Count("pk", filter=~is_home)
    )
    return counts["inside"], counts["outside"]
