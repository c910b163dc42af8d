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
    """The sentence in two parts, and whether people from outside are among the readers."""

    lead: str
    rest: str
    is_outside: bool

    @property
    def name(self) -> str:
        return "outside" if self.is_outside else "inside"


def audience(actor: Actor, *, home_id: int, inside_only: bool = False) -> Audience:
    """Who reads what is written there. Raises ``NotFound`` for a home that one does not read. Three statements."""
    home = seen_home(actor, home_id)
    is_outside = is_shared(home) and not (inside_only and actor.is_employee)
    lead = _("People outside can read this") if is_outside else _("Only inside")
    return Audience(lead, _readers(actor, home, is_outside=is_outside), is_outside)


def _readers(actor: Actor, home: Home, *, is_outside: bool) -> str:
    community = home.community
    if community is None:
        mine = home.person_id == actor.person_id
        return _("your storyline, for all colleagues") if mine else _("a storyline, for all colleagues")
    if not may_see_members(actor, community):
        return community.name
    inside, outside = _members(community)
    names = {"name": community.name, "inside": inside, "outside": outside}
    if is_outside:
        return _("%(name)s (%(outside)s outside, %(inside)s inside)") % names
    if community.kind in READABLE_KINDS:
        return _("%(name)s, open to all colleagues") % names
    return ngettext("%(name)s (%(inside)s person)", "%(name)s (%(inside)s people)", inside) % names


def _members(community: Community) -> tuple[int, int]:
    is_home = Q(person__organisation__kind="home")
    counts = Membership.objects.filter(community=community).aggregate(
        inside=Count("pk", filter=is_home), outside=Count("pk", filter=~is_home)
    )
    return counts["inside"], counts["outside"]
