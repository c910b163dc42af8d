"""Who can read what is written in a community, said on its own page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from weefsel.communities.models import Community, Membership, SharedWith
from weefsel.communities.queries._counting import AT_HOME, PRESENT, may_count
from weefsel.communities.rules import is_member, seen_community
from weefsel.communities.terms import READABLE_KINDS, CommunityKind
from weefsel.kernel.actor import Actor
from weefsel.kernel.counting import capitalised, in_words
from weefsel.people.models import Organisation
from weefsel.people.terms import OrganisationKind


@dataclass(frozen=True, slots=True)
class CommunityAudience:
    """The sentence at the head of a community in two parts. ``short`` is the one beside a composer."""

    lead: str
    rest: str
    short: str
    is_outside: bool


@dataclass(frozen=True, slots=True)
class _Counts:
    inside: int
    outside: int
    are_known: bool


def audience_of(actor: Actor, community_id: int) -> CommunityAudience:
    """Who reads and who writes there, with the people the actor may count. Five statements at most.

    Raises ``NotFound`` for who does not read it.
    """
    community = seen_community(actor, community_id)
    member = is_member(actor, community)
    counted = Membership.objects.filter(PRESENT, community=community).aggregate(
        inside=Count("pk", filter=AT_HOME), outside=Count("pk", filter=~AT_HOME)
    )
    are_known = may_count(actor, community.kind, is_member=member, shows_members=community.shows_members)
    counts = _Counts(counted["inside"], counted["outside"], are_known)
    home = Organisation.objects.filter(kind=OrganisationKind.HOME).values_list("name", flat=True).first() or ""
    return _outside(community, counts, home) if community.is_shared else _inside(community, counts, home)


def _inside(community: Community, counts: _Counts, home: str) -> CommunityAudience:
    names = {"home": home, "count": in_words(counts.inside)}
    if community.kind == CommunityKind.OPEN:
        rest = ngettext(
            "All employees of %(home)s can read this and reply; the one member can begin threads.",
            "All employees of %(home)s can read this and reply; the %(count)s members can begin threads.",
            counts.inside,
        )
    elif community.kind in READABLE_KINDS:
        rest = ngettext(
            "All employees of %(home)s can read this; the one member can write.",
            "All employees of %(home)s can read this; the %(count)s members can write.",
            counts.inside,
        )
    else:
        rest = ngettext(
            "The one member reads and writes here.", "The %(count)s members read and write here.", counts.inside
        )
    people = ngettext("%(count)s person", "%(count)s people", counts.inside) % {"count": counts.inside}
    return CommunityAudience(
        _("Only inside."), rest % names, f"{_('Only inside')} · {community.name} ({people})", False
    )


def _outside(community: Community, counts: _Counts, home: str) -> CommunityAudience:
    shared = SharedWith.objects.filter(community=community).values_list("organisation__name", "organisation__kind")
    organisations = sorted(shared.order_by("organisation__name", "pk"))
    kinds = sorted({kind for _name, kind in organisations})
    readers = _listed([_KINDS[kind]() for kind in kinds]) if kinds else _("people outside")
    short = _("%(readers)s can read this") % {"readers": capitalised(readers)}
    if not counts.are_known:
        rest = _("Everything written here for everybody, they read.")
        return CommunityAudience(_("People outside %(home)s can read this.") % {"home": home}, rest, short, True)
    numbers = _("%(outside)s outside, %(inside)s inside") % {"outside": counts.outside, "inside": counts.inside}
    rest = _who(counts, [name for name, _kind in organisations], home)
    lead = _("People outside %(home)s can read this.") % {"home": home}
    return CommunityAudience(lead, rest, f"{short} · {community.name} ({numbers})", True)


def _who(counts: _Counts, organisations: Sequence[str], home: str) -> str:
    names = {
        "outside": in_words(counts.outside),
        "names": _listed(organisations),
        "inside": in_words(counts.inside),
        "home": home,
    }
    if not counts.outside:
        return _("It is shared with %(names)s; nobody of them has come in yet.") % names
    sentence = ngettext(
        "%(outside)s person of %(names)s is a member, beside %(inside)s of %(home)s.",
        "%(outside)s people of %(names)s are members, beside %(inside)s of %(home)s.",
        counts.outside,
    )
    return capitalised(sentence % names) + " " + _("What is written for everybody here, they read.")


def _listed(names: Sequence[str]) -> str:
    """Say "A", "A and B", "A, B and C"."""
    if len(names) < 2:  # noqa: PLR2004 - two is where "and" begins
        return "".join(names)
    return _("%(most)s and %(last)s") % {"most": ", ".join(names[:-1]), "last": names[-1]}


_KINDS: dict[str, Callable[[], str]] = {
    OrganisationKind.CUSTOMER: lambda: _("customers"),
    OrganisationKind.SUPPLIER: lambda: _("suppliers"),
    OrganisationKind.PARTNER: lambda: _("partners"),
    OrganisationKind.COMPETITOR: lambda: _("competitors"),
}
